"""What is posted, and the same for a Slack that does not take its pictures."""

from slack_sdk.models.blocks import ContextBlock, ImageBlock

from bot.slack.rendering.mrkdwn import escaped
from bot.slack.rendering.packing import Message, notice_message
from bot.slack.rendering.piece import markdown_text

__all__ = ["Message", "notice_message", "without_pictures"]


def without_pictures(message: Message) -> Message:
    """Return the message with the words of its pictures: Slack refuses one that it cannot fetch."""
    blocks = (
        ContextBlock(elements=[markdown_text(escaped(block.alt_text or ""))])
        if isinstance(block, ImageBlock)
        else block
        for block in message.blocks
    )
    return Message(message.text, tuple(blocks))
