"""Blocks of an excerpt to lines of mrkdwn."""

from collections.abc import Iterable, Iterator, Sequence

from bot.slack.limits import SECTION_CHARACTERS
from bot.slack.rendering.mrkdwn import bold, escaped, mrkdwn, whole
from index.reading.block import (
    Block,
    Code,
    Definition,
    Fields,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.plain import marker
from index.reading.prose import Prose
from index.search.fitting import shortened

INDENT = "      "
"""Slack has no nested lists; this is as wide as a number with its dot."""

QUOTE = "> "
"""Slack reads it only at the start of a line; anywhere else the sign is a raw one."""

COLUMN = " · "


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the blocks' lines, each short enough for a section of its own."""
    for block in blocks:
        yield from (whole(line) for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(prose):
            yield from fitted(prose).split("\n")
        case Subheading(prose):
            yield bold(fitted(prose).replace("\n", " "))
        case Listing():
            yield from _listing(block)
        case Table(header, rows):
            yield from _table(header if block.named else (), rows)
        case Fields(pairs):
            for name, cell in pairs:
                lead = f"{bold(escaped(name.text))}: " if name.text else ""
                yield lead + fitted(cell, (name,)).replace("\n", " ")
        case Quote(blocks):
            for line in block_lines(blocks):
                yield QUOTE + line.removeprefix(QUOTE)
        case Code(text, _):
            for line in text.split("\n"):
                shown = whole(escaped(line), SECTION_CHARACTERS - 2)
                yield f"`{shown}`" if line.strip() and "`" not in line else shown
        case Definition(term, meanings):
            explained = "; ".join(line for meaning in meanings for line in block_lines(meaning))
            yield f"{bold(fitted(term))}: {explained}"


def _table(header: Sequence[Prose], rows: Iterable[Sequence[Prose]]) -> Iterator[str]:
    if header:
        yield bold(COLUMN.join(escaped(cell.text) for cell in header))
    for row in rows:
        yield COLUMN.join(fitted(cell, row).replace("\n", " ") for cell in row if cell.text)


def _listing(listing: Listing) -> Iterator[str]:
    for position, item in enumerate(listing.items):
        lead = marker(listing, position)
        for number, line in enumerate(block_lines(item.blocks)):
            yield (INDENT if number else lead) + line.removeprefix(QUOTE)


def fitted(prose: Prose, beside: Iterable[Prose] = ()) -> str:
    """Return the prose as mrkdwn, shortened until it fits a section with what stands beside it."""
    budget = SECTION_CHARACTERS - sum(len(escaped(other.text)) for other in beside) - 100
    rendered, length = mrkdwn(prose), len(prose.text)
    while len(rendered) > max(budget, 200) and length > 1:
        length //= 2
        rendered = mrkdwn(shortened(prose, length))
    return rendered
