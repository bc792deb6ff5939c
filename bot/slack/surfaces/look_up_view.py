"""What the handbook says about a message, seen by who looked it up, with a way to share it."""

from collections.abc import Sequence
from typing import Final

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.slack.limits import VIEW_BLOCKS
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.surfaces.element import button, paragraph, row
from bot.slack.surfaces.window import window
from bot.wording.catalogue import Words

SHORTCUT: Final = "look_up_message"
"""The shortcut of a message, as the manifest names it."""

SHARE: Final = "look-up-share"
"""The button that shows the answer to everybody."""


def look_up_view(words: Words, shown: Sequence[Block], metadata: str, *said: str) -> View:
    """Return the window: what is said of sharing stands above what was found."""
    lines = [paragraph(escaped(line)) for line in said]
    return window(words, [*lines, *shown], metadata=metadata)


def with_share(shown: Sequence[Block], words: Words) -> list[Block]:
    """Return what was found with the button below that shares it."""
    share = button(words.say("look-up-share"), SHARE, aloud=words.say("look-up-share-aloud"))
    return [*shown[: VIEW_BLOCKS - 1], *row([share])]
