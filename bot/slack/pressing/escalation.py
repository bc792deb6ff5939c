"""A question for a person: what is posted where people answer, and nothing but that."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.slack.delivered import is_direct
from bot.slack.desk import Desk
from bot.slack.pressing.origin import Origin
from bot.slack.rendering.citation import head_pieces
from bot.slack.rendering.lines import Written
from bot.slack.rendering.packing import Layout, Message, messages
from bot.slack.rendering.piece import Piece, lines_of, text_piece
from bot.slack.rendering.structure import pieces_of
from bot.slack.sending.letter import Delivered, Fate, Post
from bot.slack.sending.outbox import Outbox
from bot.wording.catalogue import Words
from index.reading.prose import Mark, MarkKind, Prose
from index.search.retrieve import Hit


@dataclass(frozen=True, slots=True)
class Escalation:
    """What a person is asked in place of the handbook."""

    name: str
    """What the asker is called: they are named, never mentioned."""
    question: str
    """What they want to know."""
    added: str
    """What they say beside it; may be empty."""
    hit: Hit | None
    """What the handbook answered; None where it had nothing."""
    thread: str
    """Address of the message that was answered; empty where nobody else can open it."""


async def escalate(asked: Escalation, channel: str, desk: Desk) -> Fate:
    """Post the question; what was delivered is the message that a person answers.

    Of a question too long for one message the rest stands in its thread.
    """
    first, *rest = escalation_messages(asked, desk.words)
    fate = await desk.outbox.send(Post(channel, None, first))
    if isinstance(fate, Delivered):
        for message in rest:
            await desk.outbox.send(Post(channel, fate.ts, message))
    return fate


def escalation_messages(asked: Escalation, words: Words) -> tuple[Message, ...]:
    """Return what is posted."""
    head: list[Piece] = [_sentence(words.say("person-post", name=asked.name))]
    head += quoted(asked.question)
    if asked.added:
        head += [_title(words.say("person-post-added", name=asked.name)), *quoted(asked.added)]
    body: list[Piece] = []
    tail: list[Piece] = []
    if asked.hit:
        head.append(_title(words.say("person-post-answered")))
        body += answered_pieces(asked.hit)
    if asked.thread:
        label = words.say("person-post-thread")
        link = Mark(0, len(label), MarkKind.LINK, asked.thread)
        tail.append(text_piece(Prose(label, (link,))))
    return messages(Layout(head, body, lambda _: tail), words)


def answered_pieces(hit: Hit) -> list[Piece]:
    """Return what the handbook answered: the same in what is sent and in what is shown before."""
    section = hit.passage.section
    return [*head_pieces(section), *pieces_of(hit.excerpt.blocks, section, tables=False)]


def quoted(text: str) -> list[Piece]:
    """Return somebody's words, marked as theirs."""
    written = (Written(Prose(line), quoted=True) for line in text.splitlines() if line.strip())
    return [line for each in written for line in lines_of(each)]


async def address_of(origin: Origin, outbox: Outbox) -> str:
    """Return where the answer stands, for somebody else to open; empty where nobody can.

    https://docs.slack.dev/reference/methods/chat.getPermalink
    """
    # Into a direct message nobody else can open a link.
    if origin.private or not origin.message or is_direct(origin.channel):
        return ""
    place = {"channel": origin.channel, "message_ts": origin.thread or origin.message}
    told = await outbox.call("chat.getPermalink", **place)
    return str(told.get("permalink") or "") if isinstance(told, Mapping) else ""


def _sentence(text: str) -> Piece:
    return text_piece(Prose(text))


def _title(text: str) -> Piece:
    return text_piece(Prose(text, (Mark(0, len(text), MarkKind.STRONG),)))
