"""A question from the moment it was taken to the moment it is answered."""

from dataclasses import dataclass
from itertools import zip_longest

from bot.answer import Vague
from bot.follow_up import InContext, in_context
from bot.outcome import NotAllowed
from bot.question_like import reads_like_question
from bot.slack.asking.answering import Asked, Audience, fault_of, outcome_of, speaking_to
from bot.slack.asking.offering import offered
from bot.slack.asking.people import Person
from bot.slack.asking.question import Question, Way
from bot.slack.asking.telling import tell_all, tell_asker, thread_of
from bot.slack.asking.thread_question import question_of_thread
from bot.slack.delivered import is_direct
from bot.slack.desk import Desk
from bot.slack.rendering.help import help_message
from bot.slack.rendering.message import Message, notice_message
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.sending.letter import Failure, Undelivered, Update
from bot.slack.sending.series import Sent
from bot.slack.surfaces.agent import name_thread, working
from bot.stop_word import is_stop
from bot.store.channels import ChannelSettings, Mode
from bot.store.replies import Reply
from bot.store.threads import Following, Thread
from bot.store.who import Where, Who
from bot.wording.catalogue import Words, words_in

UNASKED = frozenset({Way.THREAD, Way.CHANNEL})
"""Ways that do not name the bot: it keeps out where it has nothing to say."""


@dataclass(frozen=True, slots=True)
class Done:
    """Whatever could be said was said."""


@dataclass(frozen=True, slots=True)
class Left:
    """The way out was closed before it was said: another process has to."""


def may_concern_us(question: Question, *, busy: bool) -> bool:
    """Return whether a question is sure to concern the bot, or likely to.

    One that does not name it is likely to where something is going on in its thread (`busy`).
    """
    return question.way not in UNASKED or (busy and _sounds_so(question))


async def concerns_us(question: Question, desk: Desk) -> bool:
    """Return whether the bot is asked: by its name, directly, or where it takes part."""
    if question.way not in UNASKED:
        return True
    if not _sounds_so(question):
        return False
    if question.way is Way.CHANNEL:
        settings = await desk.store.channels.find(_channel(question, desk))
        return settings.mode is Mode.QUESTIONS and not is_stop(question.text)
    thread = await desk.store.threads.find(_thread(question, desk))
    return thread is not None and thread.following is Following.ON


def _sounds_so(question: Question) -> bool:
    """Return whether the words of a message may be meant for the bot."""
    if question.addressed_to_others:
        return False
    return is_stop(question.text) or reads_like_question(question.text)


async def answer_question(question: Question, desk: Desk) -> Done | Left:
    """Answer a question; a fault of ours is told as well."""
    try:
        told = await _answer(question, desk)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        said = outcome_messages(fault_of(error, desk, desk.library.language()), Offered())
        told = await tell_all(said, question, desk, desk.words)
    if isinstance(told.fate, Undelivered) and told.fate.failure is Failure.CLOSED:
        return Left()
    return Done()


async def update_answer(question: Question, reply: Reply, desk: Desk) -> None:
    """Let the answer to an edited question say what it says now; no message is left over."""
    heard = await _heard(question, desk)
    said = await _said(question, heard, desk)
    for ts, message in zip_longest(reply.messages, said.messages[: len(reply.messages)]):
        if message is None:
            await desk.outbox.call("chat.delete", channel=question.channel, ts=ts)
        else:
            await desk.outbox.send(Update(question.channel, ts, message))
    more = said.messages[len(reply.messages) :]
    told = await tell_all(more, question, desk, heard.words)
    kept = (*reply.messages[: len(said.messages)], *told.messages)
    await _remember(question, said, Reply(kept, heard.person.who), desk)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A question with all that bears on its answer."""

    person: Person
    """Who asks."""
    settings: ChannelSettings
    """How the bot behaves there."""
    words: Words
    """The sentences in the asker's language."""
    thread: Thread | None
    """What the thread is about; None where the bot was not asked in it yet."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to a question."""

    messages: tuple[Message, ...]
    """In order; none where the bot keeps out."""
    audience: Audience = Audience.EVERYBODY
    """Who sees it."""
    thread: Thread | None = None
    """What the thread is about from now on; None for what it was."""


async def _answer(question: Question, desk: Desk) -> Sent:
    heard = await _heard(question, desk)
    said = await _said(question, heard, desk)
    if said.audience is Audience.ASKER:
        return await tell_asker(said.messages, question, desk, heard.words)
    thread = thread_of(question, desk)
    if not (thread and desk.manners.agent and is_direct(question.channel)):
        told = await tell_all(said.messages, question, desk, heard.words)
        await _remember(question, said, Reply(told.messages, heard.person.who), desk)
        return told
    async with working(desk.outbox, question.channel, thread, heard.words):
        told = await tell_all(said.messages, question, desk, heard.words)
    await _remember(question, said, Reply(told.messages, heard.person.who), desk)
    if heard.thread is None:
        await name_thread(desk.outbox, question.channel, thread, question.text)
    return told


async def _heard(question: Question, desk: Desk) -> _Heard:
    asker = question.asker
    person = await desk.people.find(asker.user, asker.user_team or asker.team)
    return _Heard(
        person,
        await desk.store.channels.find(_channel(question, desk)),
        words_in(speaking_to(person, desk)),
        await desk.store.threads.find(_thread(question, desk)),
    )


async def _said(question: Question, heard: _Heard, desk: Desk) -> _Said:
    words = heard.words
    if (heard.thread or question.inside) and is_stop(question.text):
        goodbye = notice_message(words.say("stopped"))
        subject = heard.thread.subject if heard.thread else ""
        return _Said((goodbye,), thread=Thread(Following.STOPPED, subject))
    text = question.text or await question_of_thread(question, desk)
    if not text:
        return _Said((help_message(desk.edition, desk.manners.command, words),))
    asked = _in_context(text, heard.thread, desk)
    outcome = outcome_of(Asked(asked.text, heard.person, question.channel, heard.settings), desk)
    if question.way in UNASKED and isinstance(outcome, NotAllowed | Vague):
        return _Said(())
    messages = outcome_messages(outcome, offered(outcome, heard.settings, desk))
    if isinstance(outcome, NotAllowed):
        return _Said(messages, Audience.ASKER)
    if heard.settings.mode is Mode.SILENT and not is_direct(question.channel):
        return _Said((notice_message(words.say("told-silently")), *messages), Audience.ASKER)
    return _Said(messages, thread=Thread(Following.ON, asked.subject))


def _in_context(text: str, thread: Thread | None, desk: Desk) -> InContext:
    publication = desk.library.publication
    if publication is None:
        return InContext(text, text)
    return in_context(text, thread.subject if thread else "", publication.index)


async def _remember(question: Question, said: _Said, reply: Reply, desk: Desk) -> None:
    """Remember what the thread is about, and which messages answer."""
    if said.thread:
        await desk.store.threads.keep(_thread(question, desk), said.thread)
    if reply.messages:
        await desk.store.replies.keep(_channel(question, desk), question.ts, reply)


def asker_of(question: Question) -> Who:
    """Return who asks as far as the delivery tells: for as long as the question waits."""
    return Who(question.asker.user_team or question.asker.team, question.asker.user)


def _channel(question: Question, desk: Desk) -> Where:
    return Where(desk.people.home.team, question.channel)


def _thread(question: Question, desk: Desk) -> Where:
    return Where(desk.people.home.team, question.channel, thread_of(question, desk) or "")
