"""A bot of real parts, and what it does about what it is sent."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.asking.people import Home, People
from bot.slack.desk import Desk
from bot.slack.manners import Manners
from bot.slack.pressing import leftover, listening
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.pace import Pace
from bot.slack.sending.tiers import Rate, Tier
from bot.store.channels import ChannelSettings
from bot.store.erasure import Kept
from bot.store.feedback import Feedback
from bot.store.limits import Limits
from bot.store.store import open_store
from bot.store.who import Where, Who
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.slack.arguments import decoded
from tests.slack.fake_slack import FakeSlack
from tests.slack.library import Shelf
from tests.slack.pressing.presses import TEAM, Body
from tests.slack.validator import problems

NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"
"""A store that is away."""

BRIEF = Limits(opening=0.3, closing=0.3)
"""How long a store that is away holds up a start and an end."""

_OFTEN = Rate(10_000, 1.0)
HURRY = Pace(_OFTEN, _OFTEN, dict.fromkeys(Tier, _OFTEN), attempts=2, backoff_seconds=0.01)
"""Slack's own pace has tests of its own."""

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
        async with open_store(self.store, limits=BRIEF) as store:
            client = AsyncWebClient(token="xoxb-fake", base_url=self.slack.api_url)  # noqa: S106
            outbox = Outbox(client, lambda: words_in(Language.ENGLISH), HURRY)
            people = People(Home(TEAM, bot="U0BOT"), outbox, store.preferences)
            app = AsyncApp(client=client, signing_secret="secret")  # noqa: S106
            desk = Desk(self.shelf, outbox, store, people, self.manners)
            listening.listen(app, desk)
            leftover.listen(app, desk)
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
