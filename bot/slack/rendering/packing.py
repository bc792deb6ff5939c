"""Pieces to messages: each with a `text` that says all that it shows, none too long for Slack."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from slack_sdk.models.blocks import Block

from bot.slack.limits import MESSAGE_BLOCKS, MESSAGE_CHARACTERS, SECTION_CHARACTERS, TEXT_BYTES
from bot.slack.rendering.mrkdwn import escaped, whole
from bot.slack.rendering.piece import (
    Extent,
    Line,
    Piece,
    Shown,
    characters,
    note_piece,
    section,
    text_piece,
)
from bot.slack.rendering.spoken import said_bytes
from bot.wording.catalogue import Words
from index.reading.prose import Prose

MESSAGES: Final = 3
"""An answer takes no more: a longer one is a page to be read, and a `response_url` takes five."""

PART_BYTES: Final = 100
"""Kept free for which part of how many a message is."""

SHOWN: Final = MESSAGE_BLOCKS // 2 - 5
"""Blocks that stand by themselves; between any two of them may be a section of lines."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted."""

    text: str
    """The whole answer in plain words, escaped: notifications and screen readers have only this."""
    blocks: tuple[Block, ...]
    """The same for the eye."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is to be said, in the order in which it is given up: only the body is."""

    head: Sequence[Piece] = ()
    """What it begins with: whether it is sure, the title, the way to it."""
    body: Sequence[Piece] = ()
    """The excerpt."""
    tail: Callable[[Extent], Sequence[Piece]] = lambda _: ()
    """What it ends with: sources, further sections, buttons; told how much is shown."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What is left of a message."""

    text: int = TEXT_BYTES - PART_BYTES
    blocks: int = MESSAGE_CHARACTERS
    shown: int = SHOWN

    def without(self, piece: Piece) -> "_Room":
        return _Room(
            self.text - said_bytes(piece.said) - 1,
            self.blocks - characters(piece),
            self.shown - isinstance(piece, Shown),
        )

    @property
    def over(self) -> bool:
        return min(self.text, self.blocks, self.shown) < 0


def messages(layout: Layout, words: Words) -> tuple[Message, ...]:
    """Return the messages: of a body that is too long for them its beginning."""
    body = list(layout.body)
    pages = _pages([*layout.head, *body, *layout.tail(Extent.WHOLE)])
    if len(pages) > MESSAGES:
        end = [*layout.tail(Extent.PART)]

        def needed(kept: int) -> int:
            return len(_pages([*layout.head, *body[:kept], *end]))

        kept = bisect_right(range(len(body)), MESSAGES, key=needed) - 1
        pages = _pages([*layout.head, *body[: max(kept, 0)], *end])
    if len(pages) == 1:
        return (message_of(pages[0]),)
    return tuple(
        message_of([note_piece(words.say("part-of", number=number, count=len(pages))), *page])
        for number, page in enumerate(pages, 1)
    )


def message_of(pieces: Iterable[Piece]) -> Message:
    """Return one message."""
    kept = list(pieces)
    # A line may be empty, in code; a block that says nothing is said by the one beside it.
    said = [piece.said for piece in kept if piece.said or isinstance(piece, Line)]
    return Message(_text(said), tuple(blocks_of(kept)))


def blocks_of(pieces: Iterable[Piece]) -> Iterator[Block]:
    """Yield the blocks of pieces; lines beside each other share a section."""
    lines: list[str] = []
    for piece in pieces:
        markup = piece.markup if isinstance(piece, Line) else None
        if markup is None or len("\n".join((*lines, markup))) > SECTION_CHARACTERS:
            yield from _section(lines)
            lines = []
        if isinstance(piece, Shown):
            yield piece.block
        else:
            lines.append(piece.markup)
    yield from _section(lines)


def notice_message(*sentences: str) -> Message:
    """Return a message of our own sentences: help, a fault, nothing typed."""
    return message_of(text_piece(Prose(sentence)) for sentence in sentences if sentence.strip())


def _text(said: Iterable[str]) -> str:
    text = escaped("\n".join(said)).strip()
    while len(text.encode()) > TEXT_BYTES:
        # A letter may be several bytes: shorten by what is too much until it fits.
        text = whole(text, len(text) - max(1, (len(text.encode()) - TEXT_BYTES) // 4))
    return text


def _section(lines: Sequence[str]) -> list[Block]:
    """Return the lines as a section; empty ones alone show nothing."""
    return [section(lines)] if any(line.strip() for line in lines) else []


def _pages(pieces: Iterable[Piece]) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    room = _Room()
    for piece in pieces:
        left = room.without(piece)
        if left.over and pages[-1]:
            pages.append([])
            left = _Room().without(piece)
        pages[-1].append(piece)
        room = left
    return pages
