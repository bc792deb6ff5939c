"""How the bot says how it is, from its start on."""

import re
import threading
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.handbooks import open_handbooks
from bot.serving import service_of
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from index.search.language import Language
from tests.http.asking import GITHUB, ask, report, serving_from, tell, wait_until
from tests.slack.fake_slack import FakeSlack
from tests.slack.serving import OPEN, serving
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Fault, Status, Wire
from tests.source.fetch.reply import Reply

SOCKET_MODE = {"SLACK_APP_TOKEN": "xapp-fake", "HANDBOOK_PORT": ""}


@dataclass(frozen=True, slots=True)
class Held(Fault):
    """Answers only once it may."""

    released: threading.Event = field(default_factory=threading.Event)
    """Set when it may."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Wait, then answer."""
        self.released.wait()
        wire.send(reply)


def test_health_before_and_after_the_first_reading(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A bot that reads for the first time is alive and not ready, then ready, with its revision."""
    held = Held(on="archive")
    host.fault = held
    with serving_from(host, slack, tmp_path, until=OPEN) as door:
        try:
            reading = ask(door, "/health")
            assert reading.status_code == 503
            assert reading.json()["status"] == "reading"
            assert [each["revision"] for each in reading.json()["handbooks"]] == [None]
            assert ask(door, "/health/live").status_code == 200
            assert ask(door, "/slack/events", "POST", content="{}").status_code == 503
        finally:
            host.fault = None
            held.released.set()
        wait_until(lambda: ask(door, "/health").status_code == 200, "never ready")
        wait_until(lambda: report(door)["looked"], "its look is not told")
        assert report(door) == {
            "name": "",
            "place": "https://github.com/os2/handbook",
            "revision": host.repository().branches["main"],
            "as_of": "2026-03-01T12:00:00+01:00",
            "looked": report(door)["looked"],
            "trouble": None,
        }


def test_trouble_is_told_while_the_old_revision_answers(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A host that fails makes no bot unready: the trouble stands beside the revision."""
    with serving_from(host, slack, tmp_path) as door:
        before = report(door)["revision"]
        host.fault = Status(code=502)
        tell(door, GITHUB)
        wait_until(lambda: report(door)["trouble"], "no trouble is told")
        found = ask(door, "/health")
        assert (found.status_code, found.json()["status"]) == (200, "ok")
        assert report(door)["trouble"]["problem"] == "host-fault"
        assert report(door)["revision"] == before
        host.fault = None
        tell(door, GITHUB)
        wait_until(lambda: not report(door)["trouble"], "the trouble is told for ever")


def test_paths_and_methods(slack: FakeSlack, tmp_path: Path) -> None:
    """What is no path is 404, what a path does not take is 405 and says what it takes."""
    with serving(tmp_path, slack.api_url) as door:
        assert ask(door, "/health", "HEAD").status_code == 200
        assert ask(door, "/health", "HEAD").content == b""
        refused = ask(door, "/health", "POST")
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
        assert ask(door, "/slack/events").status_code == 405
        for path in ("/", "/healthz", "/health/", "/handbook/changed"):
            assert ask(door, path).status_code == 404


def test_socket_mode_opens_no_port(slack: FakeSlack, tmp_path: Path) -> None:
    """Over Socket Mode no port is open unless one is asked for."""
    with serving(tmp_path, slack.api_url, env=SOCKET_MODE) as door:
        assert not door.base
        assert not re.search("port", "".join(door.said), re.IGNORECASE)
    with serving(tmp_path, slack.api_url, env={**SOCKET_MODE, "HANDBOOK_PORT": "0"}) as door:
        assert ask(door, "/health").status_code == 200
        assert ask(door, "/slack/events", "POST", content="{}").status_code == 404


def test_when_a_port_is_opened(tmp_path: Path) -> None:
    """A port is open where Slack or a Git host sends HTTP, or one is named; 3000 if none is."""
    app, over_http = SecretStr("xapp-fake"), SecretStr("")
    cases = [
        (app, "", None, None),
        (app, "", 8080, 8080),
        (app, "", 0, 0),
        (app, "secret", None, 3000),
        (over_http, "", None, 3000),
        (over_http, "secret", 8080, 8080),
    ]
    for token, secret, port, wanted in cases:
        handbook = HandbookSettings(
            cache=str(tmp_path), webhook_secret=SecretStr(secret), port=port, host="::1"
        )
        slack = SlackSettings(app_token=token)
        service = service_of(handbook, slack, open_handbooks(handbook), Language.DANISH)
        assert (service.listening.port if service.listening else None) == wanted
