"""Where an answer goes: to everybody, to the asker alone, and where it cannot go, to them too."""

from collections.abc import Sequence

from bot.slack.asking.question import Question
from bot.slack.delivered import is_direct
from bot.slack.desk import Desk
from bot.slack.rendering.message import Message, notice_message
from bot.slack.sending.letter import Delivered, Failure, Post, Undelivered, Whisper
from bot.slack.sending.series import Sent, send_each
from bot.wording.catalogue import Words

ELSEWHERE = frozenset({Failure.NOT_IN_CHANNEL, Failure.NO_CHANNEL})
"""Failures that concern this channel alone: the asker can still be written to."""


def thread_of(question: Question, desk: Desk) -> str | None:
    """Return the thread that answers go to.

    With the agent view every direct message is a thread of its own.
    https://docs.slack.dev/ai/agent-entry-and-interaction
    """
    return question.thread or (question.ts if desk.manners.agent else None)


async def tell_all(
    messages: Sequence[Message], question: Question, desk: Desk, words: Words
) -> Sent:
    """Post the messages where the question was asked; to the asker where that cannot be.

    What is returned are the messages that stand where it was asked.
    """
    thread = thread_of(question, desk)
    posts = [Post(question.channel, thread, message) for message in messages]
    sent = await send_each(desk.outbox, posts)
    refused = isinstance(sent.fate, Undelivered) and sent.fate.failure in ELSEWHERE
    if refused and not sent.messages:
        lead = notice_message(words.say("told-directly"))
        return Sent((), (await _write([lead, *messages], question, desk)).fate)
    return sent


async def tell_asker(
    messages: Sequence[Message], question: Question, desk: Desk, words: Words
) -> Sent:
    """Let only the asker see the messages: in a direct message, which stays.

    Who cannot be written to, from another organisation for instance, sees them where they asked.
    """
    if is_direct(question.channel):
        return await tell_all(messages, question, desk, words)
    sent = await _write(messages, question, desk)
    if isinstance(sent.fate, Delivered):
        return sent
    # Outside of the thread: inside, it is only shown where the asker has the thread open.
    user = question.asker.user
    whispers = [Whisper(question.channel, user, None, message) for message in messages]
    return await send_each(desk.outbox, whispers)


async def _write(messages: Sequence[Message], question: Question, desk: Desk) -> Sent:
    """Write to the asker directly. A person's id is their direct message with the bot.

    https://docs.slack.dev/reference/methods/chat.postMessage
    """
    posts = [Post(question.asker.user, None, message) for message in messages]
    return await send_each(desk.outbox, posts)
