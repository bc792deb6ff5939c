"""What is posted, and an answer as the one message that it most often is."""

from slack_sdk.models.blocks import ContextBlock, ImageBlock

from bot.answer import Answer
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message, notice_message
from bot.slack.rendering.piece import markdown_text

__all__ = ["Message", "answer_message", "notice_message", "without_pictures"]


def answer_message(answer: Answer) -> Message:
    """Return the message for an answer, without any control."""
    first, *_ = outcome_messages(answer, Offered())
    return first


def without_pictures(message: Message) -> Message:
    """Return the message with the words of its pictures: Slack refuses one that it cannot fetch."""
    blocks = (
        ContextBlock(elements=[markdown_text(escaped(block.alt_text or ""))])
        if isinstance(block, ImageBlock)
        else block
        for block in message.blocks
    )
    return Message(message.text, tuple(blocks))
