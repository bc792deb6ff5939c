"""`@handbook ?` in a thread: the question is what somebody else asked there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bot.question_like import reads_like_question
from bot.slack.asking.authorship import is_machine
from bot.slack.asking.question import Question
from bot.slack.asking.typed_text import words_in_text
from bot.slack.desk import Desk
from bot.slack.sending.letter import Undelivered

READ_MESSAGES: Final = 15
"""Of a long thread the beginning is read: what it is about stands there.

As many as Slack gives at once to any app:
https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
"""


async def question_of_thread(question: Question, desk: Desk) -> str:
    """Return what the thread asks that the bot was named in; empty where that cannot be seen."""
    if not question.inside:
        return ""
    said = await desk.outbox.call(
        "conversations.replies",
        channel=question.channel,
        ts=question.thread,
        limit=READ_MESSAGES,
    )
    messages = () if isinstance(said, Undelivered) else said.get("messages") or ()
    return asked_in(messages, question.ts, desk.people.home.bot)


def asked_in(messages: Sequence[Mapping[str, Any]], naming: str, bot: str) -> str:
    """Return the last question before the message `naming`, else what the thread began with."""
    texts = list(_texts(messages, naming, bot))
    questions = [text for text in texts if reads_like_question(text)]
    return (questions or texts[:1] or [""])[-1]


def _texts(messages: Sequence[Mapping[str, Any]], naming: str, bot: str) -> Iterator[str]:
    for message in messages:
        if message.get("ts") == naming:
            return
        text = words_in_text(str(message.get("text") or ""))
        if text and not is_machine(message, bot):
            yield text
