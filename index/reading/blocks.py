"""Block tokens to blocks."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from index.reading.block import (
    Block,
    Code,
    Item,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.cursor import Cursor
from index.reading.inline import note_sign
from index.reading.markup.blocks import HtmlBlocks
from index.reading.markup.frames import definition
from index.reading.markup.sight import Sight
from index.reading.mermaid.diagram import read_diagram
from index.reading.one_prose import joined
from index.reading.prose import Prose

_TICK = "task-list-item-checkbox"

_CONTENTS = frozenset({"[toc]", "[[toc]]"})
"""Paragraphs in whose place a site puts a list of its headings."""


def read_blocks(tokens: Sequence[Token], sight: Sight | None = None) -> tuple[Block, ...]:
    """Return what the tokens show, as structure; empty paragraphs and rules are left out.

    `sight` knows what an element hides that was opened before, and is kept up to date.
    """
    return _until(Cursor(tokens, sight or Sight()), None)


def _until(cursor: Cursor, closing: str | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    html: HtmlBlocks | None = None
    if cursor.sight.hidden:
        html = HtmlBlocks(cursor.sight)
    while (token := cursor.take()) is not None and token.type != closing:
        if token.type == "html_block":
            if html is None:
                html = HtmlBlocks(cursor.sight)
                html.add(blocks)
            html.feed(token.content)
            continue
        reader = _READERS.get(token.type)
        if reader is None:
            continue
        if html is None:
            blocks.extend(reader(cursor, token))
        else:
            html.add(reader(cursor, token))
    return tuple(blocks) if html is None else html.finish()


def _paragraph(cursor: Cursor, _token: Token) -> Sequence[Block]:
    prose = _inline_until(cursor, "paragraph_close")
    shows = prose.text and not (prose.text[0] == "[" and prose.text.lower() in _CONTENTS)
    return (Paragraph(prose),) if shows else ()


def _heading(cursor: Cursor, _token: Token) -> Sequence[Block]:
    prose = _inline_until(cursor, "heading_close")
    return (Subheading(prose),) if prose.text else ()


def _inline_until(cursor: Cursor, closing: str) -> Prose:
    prose = Prose("")
    while (token := cursor.take()) is not None and token.type != closing:
        if token.children:
            prose = cursor.read(token)
    return prose


def _quote(cursor: Cursor, _token: Token) -> Sequence[Block]:
    blocks = _until(cursor, "blockquote_close")
    return (Quote(blocks),) if blocks else ()


def _listing(cursor: Cursor, opening: Token) -> Sequence[Block]:
    closing = opening.type.replace("_open", "_close")
    items: list[Item] = []
    while (token := cursor.take()) is not None and token.type != closing:
        if token.type == "list_item_open":
            done = _tick(cursor) if "task-list-item" in str(token.attrGet("class")) else None
            blocks = _until(cursor, "list_item_close")
            # An empty step keeps its number.
            if blocks or opening.type == "ordered_list_open":
                items.append(Item(blocks, done))
    shows = any(item.blocks for item in items) and not cursor.at_contents_sign()
    return (Listing(tuple(items), _first(opening)),) if shows else ()


def _first(opening: Token) -> int | None:
    if opening.type == "bullet_list_open":
        return None
    start = opening.attrGet("start")
    return 1 if start is None else int(start)


def _tick(cursor: Cursor) -> bool:
    for token in cursor.tokens[cursor.at : cursor.at + 3]:
        for child in token.children or ():
            if _TICK in child.content:
                return "checked" in child.content
    return False


def _table(cursor: Cursor, _token: Token) -> Sequence[Block]:
    header: tuple[Prose, ...] = ()
    rows: list[tuple[Prose, ...]] = []
    row: list[Prose] = []
    names = False
    while (token := cursor.take()) is not None and token.type != "table_close":
        if token.type == "tr_open":
            row, names = [], False
        elif token.type == "th_open":
            names = True
        elif token.type == "inline":
            row.append(cursor.read(token))
        elif token.type == "tr_close":
            if names and not header and not rows:
                header = tuple(row)
            else:
                rows.append(tuple(row))
    header = header or tuple(Prose("") for _ in max(rows, key=len, default=()))
    return (Table(header, tuple(rows)),) if header else ()


def _definitions(cursor: Cursor, _token: Token) -> Sequence[Block]:
    entries: list[Block] = []
    terms: list[Prose] = []
    meanings: list[tuple[Block, ...]] = []
    while (token := cursor.take()) is not None and token.type != "dl_close":
        if token.type == "dt_open":
            if meanings:
                entries.extend(definition(terms, meanings))
                terms, meanings = [], []
            terms.append(_inline_until(cursor, "dt_close"))
        elif token.type == "dd_open":
            meanings.append(_until(cursor, "dd_close"))
    entries.extend(definition(terms, meanings))
    return entries


def _note(cursor: Cursor, opening: Token) -> Sequence[Block]:
    blocks = _until(cursor, "footnote_close")
    sign = Prose(note_sign(opening))
    match blocks:
        case (Paragraph(prose), *rest):
            return (Paragraph(joined((sign, prose), " ")), *rest)
        case _:
            return (Paragraph(sign), *blocks) if blocks else ()


def _code(_cursor: Cursor, token: Token) -> Sequence[Block]:
    language = token.info.strip().split(" ", 1)[0].strip("{.}").lower()
    if language == "mermaid":
        return read_diagram(token.content)
    text = token.content.strip("\n")
    return (Code(text, language),) if text.strip() else ()


_READERS: dict[str, Callable[[Cursor, Token], Sequence[Block]]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "blockquote_open": _quote,
    "bullet_list_open": _listing,
    "ordered_list_open": _listing,
    "table_open": _table,
    "dl_open": _definitions,
    "footnote_open": _note,
    "fence": _code,
    "code_block": _code,
}
"""What is read; every other token (rules, attribute lists, footnote brackets) shows nothing."""
