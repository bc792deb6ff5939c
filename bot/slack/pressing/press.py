"""A press on its way through: acknowledged first, then worked on, and never without an answer."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.slack.asking.viewer import Viewer, find_viewer
from bot.slack.delivered import inner, is_direct
from bot.slack.desk import Desk
from bot.slack.pressing.origin import Origin, pressed_in
from bot.slack.rendering.control import Control, Pressed

MODAL: Final = "modal"
"""Slack's name for a view that opens over everything, beside `home`."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed, and the desk that it is worked on at."""

    desk: Desk
    """What it takes."""
    pressed: Pressed
    """What was pressed, and by whom."""
    origin: Origin
    """The answer that it belongs to."""
    view: Mapping[str, Any]
    """The view that it stood in, as Slack sent it; empty in a message."""
    asker: str
    """Id of who began the thread that it stood in; empty where Slack does not say."""

    @property
    def modal(self) -> str:
        """Id of the modal that it stood in; empty where it did not."""
        return str(self.view.get("id") or "") if self.view.get("type") == MODAL else ""

    @property
    def by_asker(self) -> bool:
        """Whether whoever pressed asked as well, as far as can be told: not by any store."""
        return is_direct(self.pressed.channel) or (
            bool(self.asker) and self.asker == self.pressed.user
        )

    async def presser(self) -> Viewer:
        """Return who pressed.

        Raises:
            NotAdmittedError: when they may see nothing, or the bot does not answer there.
        """
        pressed = self.pressed
        return await find_viewer(self.desk, pressed.user, pressed.team, self.origin.channel)


Working = Callable[[Press], Awaitable[None]]
"""What is done about a press; never raises."""


def on_press(app: AsyncApp, desk: Desk, control: Control, working: Working) -> None:
    """Have presses of a control worked on; a message may have several of it, with a number."""

    @app.action(re.compile(rf"^{re.escape(control)}(?::|$)"))
    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await working(press_of(desk, control, body))


def press_of(desk: Desk, control: Control, body: Mapping[str, Any]) -> Press:
    """Return what Slack's `block_actions` says.

    A reply in a thread names who began that: https://docs.slack.dev/messaging/retrieving-messages
    """
    pressed, origin = pressed_in(control, body)
    asker = str(inner(body, "message").get("parent_user_id") or "")
    return Press(desk, pressed, origin, inner(body, "view"), asker)
