"""A modal: what opens over everything in Slack."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, PlainTextObject
from slack_sdk.models.views import View

from bot.slack.limits import VIEW_BLOCKS, VIEW_TITLE
from bot.wording.catalogue import Words


def modal_view(
    title: str,
    blocks: Sequence[Block],
    words: Words,
    *,
    callback: str = "",
    submit: str = "",
    metadata: str = "",
) -> View:
    """Return a modal with what it has room for; with `submit` on its button it can be sent."""
    return View(
        type="modal",
        callback_id=callback or None,
        title=_label(title),
        submit=_label(submit) if submit else None,
        close=_label(words.say("close")),
        blocks=[*blocks[:VIEW_BLOCKS]],
        private_metadata=metadata or None,
    )


def _label(text: str) -> PlainTextObject:
    return PlainTextObject(text=text[:VIEW_TITLE], emoji=False)
