"""Blocks of the handbook to pieces: rows as fields, tables as tables, pictures as pictures."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from slack_sdk.models.blocks import SectionBlock

from bot.slack.limits import FIELD_CHARACTERS, FIELDS
from bot.slack.rendering.lines import Written, block_lines, bold_line, joined, pair_line
from bot.slack.rendering.mrkdwn import mrkdwn
from bot.slack.rendering.picture import is_picture_alone, pictures
from bot.slack.rendering.piece import (
    PIECE_BYTES,
    Piece,
    Shown,
    lines_of,
    markdown_text,
)
from bot.slack.rendering.spoken import said_bytes, spoken
from bot.slack.rendering.table import table_piece
from index.reading import block as handbook
from index.reading.page import Section
from index.reading.prose import Prose

PICTURES: Final = 5
"""Shown of a section at most; of the others the words stand."""


def pieces_of(
    blocks: Iterable[handbook.Block], section: Section, *, tables: bool
) -> Iterator[Piece]:
    """Yield blocks of a section as pieces; `tables` where Slack's own table may stand.

    A message takes one table: the first is drawn, others are lines.
    """
    shown = 0
    for block in blocks:
        if isinstance(block, handbook.Fields):
            yield from _fields(block)
            continue
        if tables and isinstance(block, handbook.Table) and (table := table_piece(block)):
            tables = False
            yield table
            continue
        for line in block_lines((block,)):
            found = list(islice(pictures(line.prose, section), PICTURES - shown))
            shown += len(found)
            if found and is_picture_alone(line.prose):
                yield found[0].piece(said=found[0].words)
                continue
            yield from lines_of(line)
            yield from (picture.piece() for picture in found)


def _fields(block: handbook.Fields) -> Iterator[Piece]:
    """Yield a row as fields, as many in a section as Slack takes; too long a cell as lines."""
    waiting: list[tuple[str, str]] = []
    for name, cell in block.pairs:
        pair = _field(name, cell)
        said = "\n".join(said for _, said in waiting)
        full = len(waiting) == FIELDS or said_bytes(said) > PIECE_BYTES // 2
        if waiting and (full or pair is None):
            yield _section(waiting)
            waiting = []
        if pair is None:
            yield from lines_of(Written(pair_line(name, cell)))
        else:
            waiting.append(pair)
    if waiting:
        yield _section(waiting)


def _field(name: Prose, cell: Prose) -> tuple[str, str] | None:
    """Return a field with what it says, None for one that is too long or empty."""
    if len(name.text) + len(cell.text) > FIELD_CHARACTERS or not (name.text or cell.text).strip():
        return None
    line = pair_line(name, cell)
    named = joined(bold_line(name), "\n", cell) if name.text else cell
    markup, said = mrkdwn(named), spoken(line)
    fits = len(markup) <= FIELD_CHARACTERS and said_bytes(said) <= PIECE_BYTES // 2
    return (markup, said) if fits and markup.strip() else None


def _section(fields: Iterable[tuple[str, str]]) -> Shown:
    shown, said = zip(*fields, strict=True)
    block = SectionBlock(fields=[markdown_text(markup) for markup in shown])
    return Shown(block, "\n".join(said))
