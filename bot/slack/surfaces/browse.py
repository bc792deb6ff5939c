"""Browsing: in App Home where one is, in a window from anywhere else."""

import re
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View

from bot.slack.asking.viewer import Viewer
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.pressing.opening import How
from bot.slack.pressing.press import MODAL
from bot.slack.rendering.control import Control
from bot.slack.surfaces import home
from bot.slack.surfaces.browsing import BACK, BROWSE, EARLIER, LATER, SECTION, browse_blocks
from bot.slack.surfaces.findings import section_window
from bot.slack.surfaces.opening import Making, open_window, opener_of, refill_window
from bot.slack.surfaces.place import CHAPTERS, Place, place
from bot.slack.surfaces.window import window
from bot.slack.surfaces.within import within

_WAYS: Final = re.compile(f"^(?:{BROWSE}|{BACK}|{EARLIER}|{LATER})$")


def listen(app: AsyncApp, desk: Desk) -> None:
    """Lead from list to list, open the first of them from an answer, and show a section."""

    @app.action(_WAYS)
    async def browsed(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        to = place(_value(body))
        if _in_window(body):
            await refill_window(desk, opener_of(body), _listing(desk, to), body)
        else:
            await home.publish(desk, opener_of(body), to)

    @app.action(SECTION)
    async def chosen(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await open_window(desk, opener_of(body), section_window(desk, _value(body)), _how(body))

    @app.action(Control.BROWSE)
    async def opened(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await open_window(desk, opener_of(body), _listing(desk, CHAPTERS), _how(body))


def _in_window(body: dict[str, Any]) -> bool:
    # Any other view is App Home; the local Slack names none.
    return inner(body, "view").get("type") == MODAL


def _how(body: dict[str, Any]) -> How:
    """Return how a window opens: over another, closing it leads back to that one."""
    return How.PUSH if _in_window(body) else How.OPEN


def _value(body: dict[str, Any]) -> str:
    return str(body["actions"][0].get("value") or "")


def _listing(desk: Desk, there: Place) -> Making:
    async def make(viewer: Viewer) -> View:
        contents = within(await desk.library.contents(), viewer.scope)
        return window(viewer.words, browse_blocks(contents, there, viewer.words))

    return make
