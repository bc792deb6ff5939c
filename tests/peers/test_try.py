"""`handbook try`: a Slack with the bot in it, links that open, and nothing left behind."""

import asyncio
import html
import re
import signal
import socket
import time
from pathlib import Path
from urllib.parse import unquote, urldefrag

import httpx
import pytest

from bot.slack.local.workspace import DIRECT_MESSAGES, NEWCOMER
from tests.peers.local_slack import LocalSlack
from tests.peers.trying import need_local_slack, trying
from tests.terminal.command import run
from tests.terminal.pages import PAY, write

STOP_SECONDS = 10
PATIENCE_SECONDS = 20
NOBODY = "http://127.0.0.1:9"
LINK = re.compile(r"<(http://127\.0\.0\.1:\d+/[^|>]+)\|")


def asked(address: str, question: str) -> str:
    """Ask in a direct message of the local Slack and return the link of the answer."""

    async def ask() -> str:
        async with httpx.AsyncClient(base_url=address, trust_env=False) as http:
            slack = LocalSlack(address, http)
            await slack.dm(NEWCOMER, question)
            replies = await slack.wait_for(lambda: slack.replies(DIRECT_MESSAGES[NEWCOMER]))
            found = LINK.search(str(replies[-1]["blocks"]))
            assert found, replies
            return html.unescape(found[1])

    return asyncio.run(ask())


def fetched(address: str) -> httpx.Response:
    """Fetch a page as a browser does, without its fragment."""
    with httpx.Client(trust_env=False) as http:
        return http.get(urldefrag(address).url)


def assert_gone(address: str) -> None:
    """Nobody listens there any more."""
    with pytest.raises(httpx.ConnectError):
        fetched(address)


def assert_link_lands(link: str) -> None:
    """The page of a link is there, and has the id that the link names, once."""
    page = fetched(link)
    assert page.status_code == 200
    assert page.text.count(f'id="{unquote(urldefrag(link).fragment)}"') == 1


def test_try_from_start_to_end(tmp_path: Path) -> None:
    """It prints its address, answers, its links land on the heading, and Ctrl-C ends it cleanly."""
    with trying(tmp_path) as trial:
        link = asked(trial.address, "hvem godkender fakturaer?")
        assert_link_lands(link)
        trial.process.send_signal(signal.SIGINT)
        assert trial.process.wait(STOP_SECONDS) == 0
        assert trial.process.stderr is not None
        assert trial.process.stderr.read() == ""
    assert_gone(trial.address)
    assert_gone(link)


def test_a_change_is_tried_at_once(tmp_path: Path) -> None:
    """What is saved while the bot is tried is answered, and the page that is linked shows it."""
    write(tmp_path, pay=PAY)
    with trying(tmp_path, "--content", str(tmp_path)) as trial:
        before = fetched(asked(trial.address, "hvornår udbetales løn?")).text
        assert "den 7. i måneden" not in before
        (tmp_path / "pay.md").write_text("# Løn\n\nLøn udbetales den 7. i måneden.\n", "utf-8")
        end = time.monotonic() + PATIENCE_SECONDS
        while (
            "den 7. i måneden" not in fetched(asked(trial.address, "hvornår udbetales løn?")).text
        ):
            assert time.monotonic() < end, "the change is not taken"


def test_closed_window_leaves_nothing_behind(tmp_path: Path) -> None:
    """Whoever closes the terminal's window leaves no Slack behind that anybody could open."""
    with trying(tmp_path) as trial:
        trial.process.send_signal(signal.SIGHUP)
        trial.process.wait(STOP_SECONDS)
    assert_gone(trial.address)


def test_own_handbook_in_an_office(tmp_path: Path) -> None:
    """The handbook that one names is tried; real tokens and the office's proxy are not used."""
    write(tmp_path / "my handbook", **{"om løn & ferie": PAY})
    env = {
        "SLACK_BOT_TOKEN": "xoxp-real",
        "SLACK_APP_TOKEN": "xapp-real",
        "SLACK_API_URL": NOBODY,
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOBODY),
    }
    with trying(tmp_path, "--content", "my handbook", env=env) as trial:
        assert_link_lands(asked(trial.address, "løn"))


def test_busy_port_is_one_sentence(tmp_path: Path) -> None:
    """A port that another program has is one sentence with its number, exit code 2."""
    need_local_slack()
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(tmp_path, "try", "--port", port)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert port in line
    assert "Traceback" not in line
