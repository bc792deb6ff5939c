"""A running bot follows its handbook, and nothing that happens to a refresh reaches an asker."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.http.asking import GITHUB, ask, report, serving_from, tell, wait_until
from tests.slack.deliveries import command
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.serving import Door, send_command, serving
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status

QUESTION = "hvornår aftales ferie?"
NUMBER = re.compile(r"revision (\d+)")


def answered(door: Door, slack: FakeSlack) -> str:
    """Ask, and return the text that came."""
    before = len(slack.sent(RESPONSE_URL))
    send_command(door, command(QUESTION, slack.response_url))
    return str(slack.wait_for(RESPONSE_URL, before + 1)[-1]["text"])


def pages(number: int) -> dict[str, str]:
    """Return pages that each say of which revision they are."""
    return {
        f"{name}.md": f"# Ferie i {name}\n\nFerie aftales med lederen: revision {number}.\n"
        for name in ("sekretariatet", "projekter", "drift")
    }


def only(host: FakeHost, files: dict[str, str]) -> None:
    """Commit these files in the place of all that are there."""
    newest = host.repository().find("")
    assert newest
    host.commit({**dict.fromkeys(newest.files), **files})


def keeper_of(bot: int) -> int:
    """Return the process that keeps the bot's handbook fresh."""
    children = Path(f"/proc/{bot}/task/{bot}/children").read_text(encoding="ascii").split()
    (keeper,) = (int(child) for child in children if "spawn_main" in _words_of(int(child)))
    return keeper


def _words_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return ""


def test_a_folder_is_followed(slack: FakeSlack, tmp_path: Path) -> None:
    """What is saved in the handbook's folder is what the running bot answers with."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    for path, text in pages(1).items():
        (folder / path).write_text(text, encoding="utf-8")
    env = {"HANDBOOK_CONTENT": str(folder), "HANDBOOK_CACHE": str(tmp_path / "cache")}
    with serving(tmp_path, slack.api_url, env) as door:
        assert NUMBER.findall(answered(door, slack))[0] == "1"
        for path, text in pages(2).items():
            (folder / path).write_text(text, encoding="utf-8")
        wait_until(lambda: "revision 2" in answered(door, slack), "the change is not taken")
        door.stop(signal.SIGTERM)


def test_help_tells_from_when_the_handbook_is(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """Who asks nothing is told from when the handbook is that would answer."""
    host.commit(pages(1), day="2026-03-14T09:05:00+00:00")
    with serving_from(host, slack, tmp_path, {"TZ": "UTC"}) as door:
        send_command(door, command("", slack.response_url))
        (message,) = slack.wait_for(RESPONSE_URL)
    assert "Håndbogen er pr. 14. marts 2026" in str(message["text"])


def test_no_answer_is_of_two_revisions(host: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """While one revision after another comes, each answer is of one of them, whole."""
    only(host, pages(0))
    with serving_from(host, slack, tmp_path) as door:
        seen = set()
        for number in range(1, 6):
            host.commit(pages(number))
            assert tell(door, GITHUB) == 202
            while number not in seen:
                (said,) = {int(each) for each in NUMBER.findall(answered(door, slack))}
                assert said in {number - 1, number}
                seen.add(said)


def test_restart_while_the_host_is_away(host: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """A bot that starts without its Git host answers from what it had."""
    only(host, pages(1))
    with serving_from(host, slack, tmp_path) as door:
        door.stop(signal.SIGTERM)
    host.fault = Status(code=503)
    with serving_from(host, slack, tmp_path) as door:
        assert "revision 1" in answered(door, slack)
        wait_until(lambda: report(door)["trouble"], "no trouble is told")
        host.fault = None
        host.commit(pages(2))
        assert tell(door, GITHUB) == 202
        wait_until(lambda: "revision 2" in answered(door, slack), "the change is not taken")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists children")
def test_a_killed_keeper_is_replaced(host: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """When the process that refreshes is killed, the bot answers on and starts another."""
    with serving_from(host, slack, tmp_path) as door:
        keeper = keeper_of(door.process.pid)
        os.kill(keeper, signal.SIGKILL)
        only(host, pages(1))
        assert ask(door, "/health").status_code == 200
        answered(door, slack)
        wait_until(
            lambda: tell(door, GITHUB) and "revision 1" in answered(door, slack), "no keeper"
        )
        assert keeper_of(door.process.pid) != keeper
        assert "Traceback" not in door.stop(signal.SIGTERM)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists children")
def test_a_killed_bot_leaves_no_keeper(host: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """When the bot itself is killed, the process that refreshes ends too."""
    with serving_from(host, slack, tmp_path) as door:
        keeper = keeper_of(door.process.pid)
        door.process.kill()
        door.process.wait()
        wait_until(lambda: "spawn_main" not in _words_of(keeper), "the keeper lives on")
