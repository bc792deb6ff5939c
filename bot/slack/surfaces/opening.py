"""A window for somebody: opened while Slack still lets it, filled when what it shows is there."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from slack_bolt.async_app import AsyncAck
from slack_sdk.models.views import View

from bot.answer import NotReadError
from bot.outcome import BeingRead, NotAllowed, Outcome
from bot.slack.asking.answering import fault_of
from bot.slack.desk import Desk
from bot.slack.pressing.presser import NotAdmittedError, Presser, find_presser
from bot.slack.rendering.message import notice_message
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.sending.letter import Post, Undelivered
from bot.slack.surfaces.window import said_in_window, told
from index.search.language import Language

AT_ONCE_SECONDS: Final = 1.0
"""How long the window waits for what it shows: Slack lets it open for three seconds.

https://docs.slack.dev/surfaces/modals
"""


@dataclass(frozen=True, slots=True)
class Opener:
    """Who opens a window, and where."""

    user: str
    """Their id."""
    team: str
    """Id of their workspace."""
    trigger: str = ""
    """Opens a view within three seconds; empty where none can be opened."""
    channel: str = ""
    """Id of the channel; empty where it is none."""


class How(StrEnum):
    """How a window opens, by Slack's names."""

    OPEN = "views.open"
    """Over everything."""
    PUSH = "views.push"
    """Over another window, which is there again when this one is closed."""


Making = Callable[[Presser], Awaitable[View]]
"""What somebody who may see it is shown; whatever it raises is told in the window."""


def opener_of(body: Mapping[str, Any]) -> Opener:
    """Return who opens, by what Slack says of a press, a shortcut or a window that was sent.

    https://docs.slack.dev/reference/interaction-payloads
    """
    user, team, channel = (part(body, name) for name in ("user", "team", "channel"))
    return Opener(
        user=str(user.get("id") or ""),
        team=str(user.get("team_id") or team.get("id") or ""),
        trigger=str(body.get("trigger_id") or ""),
        channel=str(channel.get("id") or ""),
    )


async def open_window(desk: Desk, opener: Opener, making: Making, how: How = How.OPEN) -> None:
    """Open a window; what takes longer than a second is waited for in it."""
    made = asyncio.ensure_future(window_made(desk, opener, making))
    ready, _ = await asyncio.wait({made}, timeout=AT_ONCE_SECONDS)
    first = made.result() if ready else told(desk.words, desk.words.say("view-waiting"))
    opened = await desk.outbox.call(how, trigger_id=opener.trigger, view=first.to_dict())
    if isinstance(opened, Undelivered):
        made.cancel()
        # Nothing else is in sight of one person, wherever they are in Slack.
        message = notice_message(desk.words.say("view-unopened"))
        await desk.outbox.send(Post(opener.user, None, message))
    elif not ready:
        await fill_window(desk, str(part(opened, "view").get("id") or ""), await made)


async def window_made(desk: Desk, opener: Opener, making: Making) -> View:
    """Return what a window shows; where that fails, what is said of it."""
    words = desk.words
    try:
        viewer = await find_presser(desk, opener.user, opener.team, opener.channel)
        words = viewer.words
        return await making(viewer)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        outcome = _excuse(error, desk, words.language)
        (said, *_) = outcome_messages(outcome, Offered())
        return said_in_window(said, words)


def _excuse(error: Exception, desk: Desk, language: Language) -> Outcome:
    match error:
        case NotAdmittedError(refusal=refusal, language=theirs):
            return NotAllowed(theirs, refusal)
        case NotReadError():
            return BeingRead(language)
        case _:
            return fault_of(error, desk, language)


async def show_in_window(
    ack: AsyncAck, desk: Desk, body: Mapping[str, Any], making: Making
) -> None:
    """Show what comes of a window that was sent, in that window and not instead of it."""
    made = asyncio.ensure_future(window_made(desk, opener_of(body), making))
    ready, _ = await asyncio.wait({made}, timeout=AT_ONCE_SECONDS)
    first = made.result() if ready else told(desk.words, desk.words.say("view-waiting"))
    await ack(response_action="update", view=first)
    if not ready:
        await fill_window(desk, str(part(body, "view").get("id") or ""), await made)


async def fill_window(desk: Desk, window: str, view: View) -> None:
    """Show something else in a window; who has closed it does not wait for it any more."""
    await desk.outbox.call("views.update", view_id=window, view=view.to_dict())


def part(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an object in what Slack sent; an empty one where it is none."""
    found = payload.get(name)
    return found if isinstance(found, Mapping) else {}
