"""Pieces of a message: each is something to see, with the words that say the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Block, ContextBlock, MarkdownTextObject, SectionBlock

from bot.slack.limits import SECTION_CHARACTERS
from bot.slack.rendering.lines import Written
from bot.slack.rendering.mrkdwn import escaped, mrkdwn, whole
from bot.slack.rendering.spoken import said_bytes, spoken
from index.reading.prose import Prose

PIECE_BYTES: Final = 1_800
"""What a piece of an excerpt may say: two of them and what stands around fit in one `text`."""

LONGEST: Final = 2_000
"""Characters of a line that are looked at in one go; a longer one is cut in any case."""

QUOTE: Final = "> "
"""Slack reads it only at the start of a line; anywhere else the sign is a raw one."""


class Extent(Enum):
    """How much of something is shown."""

    WHOLE = auto()
    """All of it."""
    PART = auto()
    """Some is left out."""

    def both(self, other: "Extent") -> "Extent":
        """Return WHOLE where both are."""
        return max(self, other, key=lambda extent: extent.value)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; it shares a section with the lines beside it."""

    markup: str
    """What is shown, as mrkdwn."""
    said: str
    """The same in plain words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block that stands by itself."""

    block: Block
    """What is shown."""
    said: str
    """The same in plain words; empty where another piece says it."""


Piece = Line | Shown
"""Taken by `messages`, which counts what a message holds of them."""


def lines_of(written: Written) -> Iterator[Line]:
    """Yield what is written as lines that Slack accepts: too long a one is cut between words."""
    if len(written.prose.text) <= LONGEST:
        aloud = written.aloud or written.prose
        line = Line(_quoted(mrkdwn(written.prose), written), spoken(aloud))
        if _fits(line):
            yield line
            return
    for prose in _cut(written.prose):
        yield Line(_quoted(mrkdwn(prose), written), spoken(prose))


def text_piece(prose: Prose) -> Shown:
    """Return a sentence or a title that stands by itself."""
    (line, *_) = lines_of(Written(prose))
    return Shown(section([line.markup]), line.said)


def note_piece(note: str) -> Shown:
    """Return a line in small print."""
    return Shown(ContextBlock(elements=[markdown_text(escaped(note))]), note)


def section(lines: Iterable[str]) -> SectionBlock:
    """Return lines of mrkdwn as one section."""
    return SectionBlock(text=markdown_text(whole("\n".join(lines)) or " "), expand=True)


def markdown_text(markup: str) -> MarkdownTextObject:
    """Return mrkdwn as Slack's text object."""
    # verbatim: Slack must not look for names, channels or addresses of its own in the text.
    return MarkdownTextObject(text=markup, verbatim=True)


def characters(piece: Piece) -> int:
    """Return what a piece takes of the characters that Slack counts over all blocks."""
    if isinstance(piece, Line):
        return len(piece.markup) + 1
    return _characters(piece.block)


def _characters(value: object) -> int:
    # Slack's own `to_dict` would say the same, and checks all that it passes: ten times as slow.
    if isinstance(value, JsonObject):
        fields = vars(value)
        own = len(text) if isinstance(text := fields.get("text"), str) else 0
        return own + sum(_characters(part) for part in fields.values())
    if isinstance(value, list | tuple):
        return sum(_characters(part) for part in value)
    return 0


def _quoted(markup: str, written: Written) -> str:
    return QUOTE + markup if written.quoted else markup


def _fits(line: Line) -> bool:
    return len(line.markup) <= SECTION_CHARACTERS and said_bytes(line.said) <= PIECE_BYTES


def _cut(prose: Prose) -> Iterator[Prose]:
    """Yield the prose in parts that fit, none of them empty."""
    while prose.text:
        size = LONGEST
        end = _end(prose, size)
        # A character with its link and its signs fits: there is always something to yield.
        while size > 1 and not _fits(_as_line(prose.cut(0, end))):
            size //= 2
            end = _end(prose, size)
        yield prose.cut(0, end)
        rest = prose.text[end:]
        prose = prose.cut(end + len(rest) - len(rest.lstrip()), len(prose.text))


def _as_line(prose: Prose) -> Line:
    return Line(QUOTE + mrkdwn(prose), spoken(prose))


def _end(prose: Prose, size: int) -> int:
    """Return where at most `size` characters end: after a word, and outside of a link."""
    if len(prose.text) <= size:
        return len(prose.text)
    space = prose.text.rfind(" ", 1, size + 1)
    end = space if space > size // 2 else size
    for mark in prose.marks:
        if mark.target and 0 < mark.start < end < mark.end:
            end = mark.start
    return end
