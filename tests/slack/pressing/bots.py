"""A bot of real parts, and what it does about what it is sent."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncBoltRequest

from bot.slack.manners import Manners
from bot.store.channels import ChannelSettings
from bot.store.erasure import Kept
from bot.store.feedback import Feedback
from bot.store.limits import Limits
from bot.store.store import open_store
from bot.store.who import Where, Who
from tests.slack.arguments import decoded
from tests.slack.deliveries import slack_settings
from tests.slack.fake_slack import FakeSlack
from tests.slack.library import Shelf
from tests.slack.pressing.presses import TEAM, Body
from tests.slack.validator import problems
from tests.slack.working import at_work_in

NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"
"""A store that is away."""

BRIEF = Limits(opening=0.3, closing=0.3)
"""How long a store that is away holds up a start and an end."""

SETTLED_SECONDS = 30.0
ESCALATION = "C0HELP"


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is sent one thing after the other, over restarts if wanted."""

    slack: FakeSlack
    """What it talks to."""
    shelf: Shelf
    """What it answers from."""
    store: str
    """Where it remembers."""
    manners: Manners = field(default_factory=lambda: Manners("/handbook", escalation=ESCALATION))
    """How it behaves."""

    def take(self, *bodies: Body) -> list[BoltResponse]:
        """Deliver each to a bot that has just started, and return how each was acknowledged."""
        return [asyncio.run(self._take((body,)))[0] for body in bodies]

    def take_at_once(
        self, *bodies: Body, then: Callable[[], None] = lambda: None
    ) -> list[BoltResponse]:
        """Deliver all of them to one bot; `then` is called when all are acknowledged."""
        return asyncio.run(self._take(bodies, then))

    def kept_about(self, user: str) -> tuple[Feedback, ...]:
        """Return what the store has of what somebody said of answers."""

        async def tell() -> Kept:
            async with open_store(self.store) as store:
                return await store.kept_about(Who(TEAM, user))

        return asyncio.run(tell()).feedback

    def set_channel(self, channel: str, settings: ChannelSettings) -> None:
        """Set how it behaves in a channel."""

        async def keep() -> None:
            async with open_store(self.store) as store:
                await store.channels.keep(Where(TEAM, channel), settings, Who(TEAM, "U0BO"))

        asyncio.run(keep())

    async def _take(
        self, bodies: tuple[Body, ...], then: Callable[[], None] = lambda: None
    ) -> list[BoltResponse]:
        settings = slack_settings(self.slack.api_url)
        async with at_work_in(settings, self.shelf, self.store, self.manners, limits=BRIEF) as (
            app,
            _,
        ):
            before = asyncio.all_tasks()
            responses = [
                await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
                for body in bodies
            ]
            then()
            await _settled(before)
            return responses


async def _settled(before: set[asyncio.Task[Any]]) -> None:
    """Wait until everything is done that was begun since."""
    while begun := asyncio.all_tasks() - before:
        _, unfinished = await asyncio.wait(begun, timeout=SETTLED_SECONDS)
        assert not unfinished


def view_of(call: Mapping[str, object]) -> dict[str, Any]:
    """Return the view that a call to Slack carried."""
    view = decoded(call)[0]["view"]
    assert isinstance(view, dict)
    return view


def shown(response: BoltResponse) -> dict[str, Any]:
    """Return the modal that sending one is acknowledged with: one that Slack takes."""
    body = json.loads(response.body)
    assert body["response_action"] == "update"
    view = dict(body["view"])
    assert problems("views.update", {"view_id": "V0OPEN", "view": view}) == ()
    return view


def words_of(view: Mapping[str, Any]) -> str:
    """Return everything that can be read in a view."""
    return "\n".join(_texts(view))


def buttons_of(blocks: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return the buttons that stand in some blocks, by their `action_id`."""
    rows = (block["elements"] for block in blocks if block["type"] == "actions")
    return {button["action_id"]: button for row in rows for button in row}


def blocks_of(call: Mapping[str, object]) -> list[Mapping[str, Any]]:
    """Return the blocks that a message has."""
    blocks = decoded(call)[0].get("blocks", [])
    assert isinstance(blocks, list)
    return blocks


def database(folder: Path) -> str:
    """Return the address of a store in a folder."""
    return f"sqlite:///{folder / 'store.sqlite3'}"


def _texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        own = [text] if isinstance(text := value.get("text"), str) else []
        written = [text] if isinstance(text := value.get("initial_value"), str) else []
        return [*own, *written, *(text for part in value.values() for text in _texts(part))]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return []
