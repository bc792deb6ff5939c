"""Nothing can be pressed, sent or called that nobody listens to, and everything is answered."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.slack.manifest import Declared, manifest
from bot.slack.surfaces.browsing import BACK, BROWSE, EARLIER, LATER, SECTION
from bot.slack.surfaces.channel_view import CALLBACK as CHANNEL_CALLBACK
from bot.slack.surfaces.forgetting import FORGET, KEEP
from bot.slack.surfaces.home_view import LANGUAGE, SEARCH
from bot.slack.surfaces.look_up_view import SHARE
from bot.slack.surfaces.search_view import ASK, CALLBACK, FIND
from bot.wording.catalogue import words_in
from index.search.index import Index
from index.search.language import Language
from tests.slack.fake_slack import FakeSlack
from tests.slack.surfaces.bench import Bench, on_bench, pressed, sent, shortcut
from tests.slack.surfaces.test_home import opening
from tests.slack.surfaces.test_look_up import looking_up
from tests.slack.surfaces.test_unfolding import pasting

SHOWN = ("views.publish", "views.open", "views.update", "views.push", "response_url")
"""What somebody sees who pressed something."""

CARRIED: tuple[dict[str, Any], ...] = (
    {"value": "nothing of ours"},
    {},
    {"selected_option": None},
)
"""What a press may carry, also one of a view that an older version made."""

WRITTEN: tuple[dict[str, Any], ...] = ({}, {ASK: {"value": "løn"}}, {ASK: {}})
"""What a window may be sent with."""

AT_HOME = (BROWSE, BACK, EARLIER, LATER, SECTION, SEARCH, LANGUAGE)
ELSEWHERE = (FIND, SHARE, FORGET, KEEP)
PRESSES = (
    *product((*AT_HOME, *ELSEWHERE), ("home", "modal")),
    # The local Slack does not say in which view a button of App Home stands.
    *product(AT_HOME, (None,)),
)
"""What is pressed, and where."""


@pytest.mark.parametrize(("action", "kind"), PRESSES)
def test_every_press_is_answered_in_sight(
    slack: FakeSlack, tmp_path: Path, index: Index, action: str, kind: str | None
) -> None:
    """Whatever is pressed, and whatever it carries, who pressed it sees something of it."""

    async def story(bench: Bench) -> None:
        for number, carried in enumerate(CARRIED):
            view: dict[str, Any] = {"type": kind, "id": f"V{number}", "private_metadata": "{"}
            before = len(slack.calls)
            button = {"type": "button", "action_id": action, **carried}
            body = pressed(button, view if kind else None)
            await bench.deliver({**body, "response_url": slack.response_url})
            seen = [call.method for call in slack.calls[before:] if call.method in SHOWN]
            assert seen

    on_bench(slack, tmp_path, index, story)


def test_every_shortcut_of_the_manifest_opens_something(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Each shortcut that Slack is told of opens a window."""
    features = manifest(Declared("/handbook", (), ()), words_in(Language.ENGLISH))["features"]

    async def story(bench: Bench) -> None:
        for number, told in enumerate(features["shortcuts"], 1):
            made = shortcut if told["type"] == "global" else _message_shortcut
            await bench.deliver(made(told["callback_id"]))
            assert len(slack.sent("views.open")) == number

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("callback", [CALLBACK, CHANNEL_CALLBACK])
def test_every_window_is_answered_when_it_is_sent(
    slack: FakeSlack, tmp_path: Path, index: Index, callback: str
) -> None:
    """A window that is sent shows something else, or what is wrong: it never just closes."""
    view = {"type": "modal", "callback_id": callback, "blocks": [], "private_metadata": ""}

    async def story(bench: Bench) -> None:
        for values in WRITTEN:
            said = await bench.deliver(sent(view, **values))
            assert said["response_action"] in {"update", "errors"}

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize(
    "body",
    [opening(), opening("messages"), opening("about"), opening(view=None), pasting()],
    ids=["home", "messages", "another tab", "no view", "no links"],
)
def test_every_event_is_taken(
    slack: FakeSlack, tmp_path: Path, index: Index, body: Mapping[str, Any]
) -> None:
    """What Slack delivers, as it delivers it, has its listener."""

    async def story(bench: Bench) -> None:
        await bench.deliver(body)

    on_bench(slack, tmp_path, index, story)


def _message_shortcut(callback: str) -> dict[str, Any]:
    return {**looking_up("hvem godkender fakturaer?"), "callback_id": callback}
