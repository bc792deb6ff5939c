"""Looking up a message that stands there already, for oneself first, then for its thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View

from bot.answer import Answered, Uncertain
from bot.outcome import Outcome
from bot.slack.asking.answering import Asked, outcome_of
from bot.slack.asking.offering import offered
from bot.slack.asking.question import Question
from bot.slack.asking.shortcut import looked_up
from bot.slack.asking.viewer import Viewer
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.pressing.channel import settings_at
from bot.slack.pressing.once import first_time
from bot.slack.pressing.origin import Origin, origin_of
from bot.slack.rendering.control import Carried, carried
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.sending.letter import Failure, Post, Undelivered
from bot.slack.sending.series import send_each
from bot.slack.surfaces.findings import answer_blocks
from bot.slack.surfaces.look_up_view import SHARE, SHORTCUT, look_up_view, with_share
from bot.slack.surfaces.opening import (
    Making,
    Opener,
    open_window,
    opener_of,
    refill_window,
)
from bot.slack.surfaces.window import told
from bot.store.channels import ChannelSettings, Mode


@dataclass(frozen=True, slots=True)
class Found:
    """What a message that was looked up finds."""

    outcome: Outcome
    """What the handbook says."""
    origin: Origin
    """Where the message stands."""
    settings: ChannelSettings
    """How the bot behaves there."""

    @property
    def shareable(self) -> bool:
        """Whether everybody may be shown it: there is an answer, and the bot may speak there."""
        answers = isinstance(self.outcome, Answered | Uncertain)
        return answers and bool(self.origin.channel) and self.settings.mode is not Mode.SILENT


_SAID: Final[Mapping[Failure | None, str]] = {
    None: "look-up-shared",
    Failure.NOT_IN_CHANNEL: "look-up-not-in-channel",
    Failure.NO_CHANNEL: "look-up-no-channel",
}
"""What is said of sharing, by why it failed; None where it did not."""


def listen(app: AsyncApp, desk: Desk) -> None:
    """Look a message up, and share what was found."""

    @app.shortcut(SHORTCUT)
    async def opened(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await open_window(desk, opener_of(body), _found(desk, looked_up(body)))

    @app.action(SHARE)
    async def shared(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        view, who = inner(body, "view"), opener_of(body)
        if await first_time(desk, SHARE, str(view.get("id") or "")):
            origin = origin_of(str(view.get("private_metadata") or ""))
            opener = Opener(who.user, who.team, who.trigger, origin.channel)
            await refill_window(desk, opener, _shared(desk, origin), body)


def _found(desk: Desk, question: Question | None) -> Making:
    async def make(viewer: Viewer) -> View:
        if question is None or not question.text:
            return told(viewer.words, viewer.words.say("look-up-no-words"))
        origin = Origin(
            # What a button carries: what is shared is then what was seen.
            carried(Carried(question.text).value()),
            question.channel,
            question.ts,
            question.thread,
        )
        found = await _find(desk, origin, viewer)
        shown = answer_blocks(found.outcome, found.settings, desk)
        if found.shareable:
            shown = with_share(shown, viewer.words)
        return look_up_view(viewer.words, shown, origin.metadata())

    return make


def _shared(desk: Desk, origin: Origin) -> Making:
    async def make(viewer: Viewer) -> View:
        found = await _find(desk, origin, viewer)
        said = "look-up-not-sent"
        if found.shareable:
            said = _SAID.get(await _post(desk, found), said)
        shown = answer_blocks(found.outcome, found.settings, desk)
        return look_up_view(viewer.words, shown, origin.metadata(), viewer.words.say(said))

    return make


async def _find(desk: Desk, origin: Origin, viewer: Viewer) -> Found:
    settings = await settings_at(desk, origin)
    asked = Asked(origin.carried.question, viewer.person, origin.channel, settings)
    return Found(outcome_of(asked, desk), origin, settings)


async def _post(desk: Desk, found: Found) -> Failure | None:
    """Post an answer where everybody sees it; return why it, or a part of it, is not there."""
    origin, offer = found.origin, offered(found.outcome, found.settings, desk)
    thread = origin.thread or origin.message
    said = outcome_messages(found.outcome, offer)
    posts = [Post(origin.channel, thread, message) for message in said]
    fate = (await send_each(desk.outbox, posts)).fate
    return fate.failure if isinstance(fate, Undelivered) else None
