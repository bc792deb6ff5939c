"""The part of a passage that answers: cut between sentences, entries and rows, never inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading.block import Block, Listing, Paragraph, Table
from index.reading.passages.passage import Passage, PassageKind
from index.reading.plain import BULLET, is_flow, marker, plain_text
from index.reading.prose import Prose
from index.reading.sentences import sentences
from index.search.fitting import ELLIPSIS, fit_blocks, shortened
from index.search.highlight import Said, Speaking

FIRST_CHARACTERS = 700
"""What the first hit shows at most; a list of steps may be longer."""

FURTHER_CHARACTERS = 200
"""What each further hit shows at most."""

AGAIN = 0.1
"""What a word counts where the run says it once more."""

BETWEEN_LINES = " · "
"""Joins fields, rows and entries where they have to share a line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a passage."""

    blocks: tuple[Block, ...]
    """Structure and text, with the words that answer marked as highlights."""
    whole: bool
    """False when something of the passage was left out."""

    @property
    def text(self) -> str:
        """The excerpt in plain words."""
        return plain_text(self.blocks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The smallest part that may be shown by itself."""

    block: int
    """Which block of the passage it belongs to."""
    start: int
    """First character, entry or row of the block."""
    end: int
    """One past the last."""
    size: int
    """How many characters it shows."""
    says: Said
    """What it says of the question."""


def cut_excerpt(passage: Passage, words: Speaking, budget: int) -> Excerpt:
    """Return the run of pieces within `budget` characters that says most of the question."""
    blocks = _shown(passage, budget)
    whole = len(plain_text(blocks)) <= budget
    if not whole:
        pieces = [
            piece
            for number, block in enumerate(passage.blocks)
            for piece in _pieces(number, block, words)
        ]
        chosen = _best_run(pieces, budget - _header_size(passage.blocks), words)
        blocks = fit_blocks(tuple(_rebuilt(passage.blocks, chosen, budget)), budget)
        whole = plain_text(blocks) == plain_text(passage.blocks)
    return Excerpt(tuple(words.highlight(block) for block in blocks), whole)


def _shown(passage: Passage, budget: int) -> tuple[Block, ...]:
    """Return a list of steps with what its section says before and after, where that fits."""
    section = passage.section.blocks
    around = passage.kind is PassageKind.STEPS and len(plain_text(section)) <= budget
    return section if around else passage.blocks


def _header_size(blocks: Sequence[Block]) -> int:
    """Return what the column names take, which stand above whichever rows are shown."""
    headers = (
        plain_text((Table(block.header, ()),)) for block in blocks if isinstance(block, Table)
    )
    return max((len(header) + 1 for header in headers), default=0)


def _pieces(number: int, block: Block, words: Speaking) -> Iterator[_Piece]:
    def piece(start: int, end: int, text: str) -> _Piece:
        return _Piece(number, start, end, len(text) + 1, words.said(text))

    match block:
        case Paragraph(prose):
            for start, end in sentences(prose.text):
                yield piece(start, end, prose.text[start:end])
        case Listing(items, _) if not is_flow(block):
            for place, item in enumerate(items):
                lead = marker(block, place)
                yield piece(place, place + 1, lead + plain_text(item.blocks))
        case Table(_, rows):
            for place, row in enumerate(rows):
                yield piece(place, place + 1, " | ".join(cell.text for cell in row))
        case _:
            yield piece(0, 1, plain_text((block,)))


def _best_run(pieces: Sequence[_Piece], budget: int, words: Speaking) -> Sequence[_Piece]:
    """Return the run that says most of the question; the earliest of equals, for its context."""
    rarities = words.rarities
    best: tuple[float, int, int] = (-1.0, 0, 1)
    for start in range(len(pieces)):
        size, end = 0, start
        says: dict[int, float] = {}
        again = 0.0
        while end < len(pieces) and (end == start or size + pieces[end].size <= budget):
            size += pieces[end].size
            for number, weight in pieces[end].says.items():
                again += rarities[number] * weight
                says[number] = max(says.get(number, 0.0), weight)
            end += 1
        weight = sum(rarities[number] * weight for number, weight in says.items())
        weight += AGAIN * again
        if weight > best[0] + 1e-9:
            best = (weight, start, end)
    return pieces[best[1] : best[2]]


def _rebuilt(blocks: Sequence[Block], chosen: Sequence[_Piece], budget: int) -> Iterator[Block]:
    for number in dict.fromkeys(piece.block for piece in chosen):
        kept = [piece for piece in chosen if piece.block == number]
        start, end = kept[0].start, kept[-1].end
        match blocks[number]:
            case Paragraph(prose):
                yield Paragraph(shortened(prose.cut(start, end), budget))
            case Listing(items, first) if not is_flow(blocks[number]):
                yield Listing(items[start:end], None if first is None else first + start)
            case Table(header, rows):
                yield Table(header, rows[start:end])
            case block:
                yield block


def one_line(excerpt: Excerpt, budget: int) -> str:
    """Return the excerpt as a single line of at most `budget` characters."""
    text = ""
    for line in (" ".join(line.split()) for line in excerpt.text.replace(BULLET, "").split("\n")):
        between = " " if not text or text.endswith((".", "!", "?", ":")) else BETWEEN_LINES
        text = f"{text}{between}{line}".strip()
    return shortened(Prose(text), budget - len(ELLIPSIS)).text
