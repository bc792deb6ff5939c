"""Where an answer goes: to everybody, to the asker alone, and where it cannot go, to them too."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.slack.asking.admission import DIRECT
from bot.slack.asking.question import Question
from bot.slack.desk import Desk
from bot.slack.rendering.message import Message, notice_message
from bot.slack.sending.letter import Delivered, Failure, Fate, Post, Undelivered, Whisper
from bot.wording.catalogue import Words

ELSEWHERE = frozenset({Failure.NOT_IN_CHANNEL, Failure.NO_CHANNEL})
"""Failures that concern this channel alone: the asker can still be written to."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of an answer."""

    messages: tuple[str, ...]
    """The messages that stand in the channel, in order; none where it went to the asker alone."""
    fate: Fate
    """What became of the last."""


def is_direct(channel: str) -> bool:
    """Return whether somebody writes to the bot alone there."""
    return channel.startswith(DIRECT)


def thread_of(question: Question, desk: Desk) -> str | None:
    """Return the thread that answers go to.

    With the agent view every direct message is a thread of its own.
    https://docs.slack.dev/ai/agent-entry-and-interaction
    """
    return question.thread or (question.ts if desk.manners.agent else None)


async def tell_all(
    messages: Sequence[Message], question: Question, desk: Desk, words: Words
) -> Told:
    """Post the messages where the question was asked; to the asker where that cannot be."""
    posted: list[str] = []
    fate: Fate = Delivered("")
    for message in messages:
        fate = await desk.outbox.send(Post(question.channel, thread_of(question, desk), message))
        if isinstance(fate, Undelivered):
            break
        posted.append(fate.ts)
    if isinstance(fate, Undelivered) and fate.failure in ELSEWHERE and not posted:
        lead = notice_message(words.say("told-directly"))
        return await _write([lead, *messages], question, desk)
    return Told(tuple(posted), fate)


async def tell_asker(
    messages: Sequence[Message], question: Question, desk: Desk, words: Words
) -> Told:
    """Let only the asker see the messages: in a direct message, which stays.

    Who cannot be written to, from another organisation for instance, sees them where they asked.
    """
    if is_direct(question.channel):
        return await tell_all(messages, question, desk, words)
    told = await _write(messages, question, desk)
    if isinstance(told.fate, Delivered):
        return told
    fate: Fate = told.fate
    for message in messages:
        # Outside of the thread: inside, it is only shown where the asker has the thread open.
        fate = await desk.outbox.send(Whisper(question.channel, question.asker.user, None, message))
    return Told((), fate)


async def _write(messages: Sequence[Message], question: Question, desk: Desk) -> Told:
    """Write to the asker directly. A person's id is their direct message with the bot.

    https://docs.slack.dev/reference/methods/chat.postMessage
    """
    fate: Fate = Delivered("")
    for message in messages:
        fate = await desk.outbox.send(Post(question.asker.user, None, message))
        if isinstance(fate, Undelivered):
            break
    return Told((), fate)
