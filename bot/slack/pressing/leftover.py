"""A button that nothing knows any more: of an older version, in a message that still stands."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.press import Press, press_of
from bot.slack.pressing.telling import tell, working
from bot.slack.rendering.control import Control
from bot.slack.rendering.packing import notice_message


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what is said then; after every other listener, for Bolt takes the first that fits.

    https://docs.slack.dev/tools/bolt-python/concepts/actions
    """
    work = working(_say)

    @app.action(re.compile(""))
    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await work(press_of(desk, Control.MORE, body))


async def _say(press: Press, presser: Viewer) -> None:
    await tell(press, notice_message(presser.words.say("button-unknown")))
