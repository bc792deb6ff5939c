"""Windows for somebody who looks: opened, filled, and answered when they are sent."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.models.views import View

from bot.slack.asking.excuse import excuse
from bot.slack.asking.viewer import Viewer, find_viewer
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.pressing.modal import Modal
from bot.slack.pressing.opening import AT_ONCE_SECONDS, How, fill, open_modal
from bot.slack.rendering.message import notice_message
from bot.slack.sending.letter import Post
from bot.slack.surfaces.window import said_in_window, told
from bot.wording.catalogue import Words


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


Making = Callable[[Viewer], Awaitable[View]]
"""What somebody who may see it is shown; whatever it raises is told in the window."""


def opener_of(body: Mapping[str, Any]) -> Opener:
    """Return who opens, by what Slack says of a press, a shortcut or a window that was sent.

    https://docs.slack.dev/reference/interaction-payloads
    """
    user, team, channel = (inner(body, name) for name in ("user", "team", "channel"))
    return Opener(
        user=str(user.get("id") or ""),
        team=str(user.get("team_id") or team.get("id") or ""),
        trigger=str(body.get("trigger_id") or ""),
        channel=str(channel.get("id") or ""),
    )


async def open_window(desk: Desk, opener: Opener, making: Making, how: How = How.OPEN) -> None:
    """Open a window, waited for in it where that takes longer than a second."""
    made = asyncio.ensure_future(_made(desk, opener, making))
    if await open_modal(desk, opener.trigger, made, _waiting(desk.words), how):
        # Nothing else is in sight of one person, wherever they are in Slack.
        message = notice_message(desk.words.say("window-unopened"))
        await desk.outbox.send(Post(opener.user, None, message))


async def refill_window(
    desk: Desk, opener: Opener, making: Making, body: Mapping[str, Any]
) -> None:
    """Show something else in the window that was pressed; who has closed it waits for nothing."""
    await fill(desk, _window(body), await _made(desk, opener, making))


async def answer_window(ack: AsyncAck, desk: Desk, body: Mapping[str, Any], making: Making) -> None:
    """Show what comes of a window that was sent, in that window and not instead of it."""
    made = asyncio.ensure_future(_made(desk, opener_of(body), making))
    ready, _ = await asyncio.wait({made}, timeout=AT_ONCE_SECONDS)
    await ack(response_action="update", view=made.result() if ready else _waiting(desk.words))
    if not ready:
        await fill(desk, _window(body), await made)


async def _made(desk: Desk, opener: Opener, making: Making) -> Modal:
    """Return what a window shows; where that fails, what is said of it."""
    words = desk.words
    try:
        viewer = await find_viewer(desk, opener.user, opener.team, opener.channel)
        words = viewer.words
        view = await making(viewer)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        view = said_in_window(excuse(error, desk, words.language), words)
    return dict(view.to_dict())


def _waiting(words: Words) -> Modal:
    return dict(told(words, words.say("modal-wait")).to_dict())


def _window(body: Mapping[str, Any]) -> str:
    return str(inner(body, "view").get("id") or "")
