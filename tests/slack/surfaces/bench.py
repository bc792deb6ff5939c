"""The places beside messages over a Slack of our own, a real store and the example handbook."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

from bot.slack.desk import Desk
from bot.slack.manners import Manners
from index.search.index import Index
from tests.slack.deliveries import ASTRID, slack_settings
from tests.slack.fake_slack import FakeSlack
from tests.slack.library import Shelf, shelf_of
from tests.slack.working import at_work_in, in_folder

TEAM: Final = "T0"
SETTLED_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Bench:
    """A bot that things are delivered to."""

    app: AsyncApp
    """What takes deliveries."""
    desk: Desk
    """What they have."""
    slack: FakeSlack
    """What they call."""

    async def deliver(self, body: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        """Deliver something, wait until all is done, and return what it was acknowledged with."""
        before = asyncio.all_tasks()
        request = AsyncBoltRequest(mode="socket_mode", body=dict(body))
        response = await self.app.async_dispatch(request)
        assert response.status == 200
        if begun := asyncio.all_tasks() - before:
            _, unfinished = await asyncio.wait(begun, timeout=SETTLED_SECONDS)
            assert not unfinished
        return json.loads(response.body) if response.body.startswith("{") else response.body

    def last(self, method: str) -> dict[str, Any]:
        """Return what a method was called with last."""
        return dict(self.slack.sent(method)[-1])

    def view(self, method: str) -> dict[str, Any]:
        """Return the view that was shown last by a method."""
        shown: dict[str, Any] = self.last(method)["view"]
        return shown


Story = Callable[[Bench], Awaitable[None]]
"""What happens to a bot."""


def on_bench(
    slack: FakeSlack,
    folder: Path,
    index: Index | None,
    story: Story,
    **manners: Any,  # noqa: ANN401
) -> None:
    """Let a story happen to a bot with these manners."""

    async def happen() -> None:
        settings, shelf = slack_settings(slack.api_url), shelf_of(index) if index else Shelf()
        behaving = Manners("/handbook", **manners)
        async with at_work_in(settings, shelf, in_folder(folder), behaving) as (app, working):
            slack.calls.clear()
            await story(Bench(app, working.desk, slack))

    asyncio.run(happen())


def pressed(action: Mapping[str, Any], view: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the press of a control in a view, as Slack delivers it."""
    body = {
        "type": "block_actions",
        **_who(),
        "trigger_id": "1.2.abc",
        "actions": [{"block_id": "b", "action_ts": "1700000000.1", **action}],
    }
    return {**body, "view": {"id": "V0OPEN", "hash": "1.abc", **view}} if view else body


def press(view: Mapping[str, Any], action: str, number: int = 0) -> dict[str, Any]:
    """Return the press of a button that stands in a view: the one of that number of its action."""
    return pressed({"type": "button", **controls(view, action)[number]}, view)


def choose(view: Mapping[str, Any], action: str, value: str) -> dict[str, Any]:
    """Return the choice of an option in a menu of a view."""
    (menu,) = controls(view, action)
    option = {"text": {"type": "plain_text", "text": value}, "value": value}
    return pressed({"type": menu["type"], "action_id": action, "selected_option": option}, view)


def typed(action: str, value: str) -> dict[str, Any]:
    """Return what somebody types into a menu that asks for its options."""
    return {
        "type": "block_suggestion",
        **_who(),
        "action_id": action,
        "block_id": action,
        "value": value,
    }


def sent(view: Mapping[str, Any], **values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a window that was sent, with the values of its fields."""
    state = {"values": {name: {name: value} for name, value in values.items()}}
    return {
        "type": "view_submission",
        **_who(),
        "view": {"id": "V0OPEN", "hash": "1.abc", **view, "state": state},
    }


def shortcut(callback: str) -> dict[str, Any]:
    """Return the press of a global shortcut."""
    return {"type": "shortcut", **_who(), "callback_id": callback, "trigger_id": "1.2.abc"}


def controls(view: Mapping[str, Any], action: str) -> list[Mapping[str, Any]]:
    """Return the controls of a view that have an action, in order."""
    found: list[Mapping[str, Any]] = []
    for block in view["blocks"]:
        inside = (block.get("accessory"), block.get("element"), *(block.get("elements") or ()))
        found += [each for each in inside if each and each.get("action_id") == action]
    return found


def _who() -> dict[str, Any]:
    return {
        "user": {"id": ASTRID, "team_id": TEAM, "name": "astrid"},
        "team": {"id": TEAM, "domain": "nordvang"},
        "api_app_id": "A0",
    }
