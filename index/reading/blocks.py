"""Block tokens to blocks."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from index.reading.block import (
    Block,
    Code,
    Definition,
    Item,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.inline import read_inline
from index.reading.markup import visible_lines
from index.reading.mermaid.diagram import read_diagram
from index.reading.mermaid.element import split_diagram
from index.reading.prose import Prose

_TICK = "task-list-item-checkbox"


class _Cursor:
    """The tokens of a section, taken one by one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def take(self) -> Token | None:
        """Return the next token, None at the end."""
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]


def read_blocks(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return what the tokens show, as structure; empty paragraphs and rules are left out."""
    return _until(_Cursor(tokens), None)


def _until(cursor: _Cursor, closing: str | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    while (token := cursor.take()) is not None and token.type != closing:
        reader = _READERS.get(token.type)
        if reader is not None:
            blocks.extend(reader(cursor, token))
    return tuple(blocks)


def _paragraph(cursor: _Cursor, _token: Token) -> Sequence[Block]:
    prose = _inline_until(cursor, "paragraph_close")
    return (Paragraph(prose),) if prose.text else ()


def _heading(cursor: _Cursor, _token: Token) -> Sequence[Block]:
    prose = _inline_until(cursor, "heading_close")
    return (Subheading(prose),) if prose.text else ()


def _inline_until(cursor: _Cursor, closing: str) -> Prose:
    prose = Prose("")
    while (token := cursor.take()) is not None and token.type != closing:
        if token.children:
            prose = read_inline(token.children)
    return prose


def _quote(cursor: _Cursor, _token: Token) -> Sequence[Block]:
    blocks = _until(cursor, "blockquote_close")
    return (Quote(blocks),) if blocks else ()


def _listing(cursor: _Cursor, opening: Token) -> Sequence[Block]:
    closing = opening.type.replace("_open", "_close")
    items: list[Item] = []
    while (token := cursor.take()) is not None and token.type != closing:
        if token.type == "list_item_open":
            done = _tick(cursor) if "task-list-item" in str(token.attrGet("class")) else None
            blocks = _until(cursor, "list_item_close")
            # An empty step keeps its number.
            if blocks or opening.type == "ordered_list_open":
                items.append(Item(blocks, done))
    shows = any(item.blocks for item in items)
    return (Listing(tuple(items), _first(opening)),) if shows else ()


def _first(opening: Token) -> int | None:
    if opening.type == "bullet_list_open":
        return None
    start = opening.attrGet("start")
    return 1 if start is None else int(start)


def _tick(cursor: _Cursor) -> bool:
    for token in cursor.tokens[cursor.at : cursor.at + 3]:
        for child in token.children or ():
            if _TICK in child.content:
                return "checked" in child.content
    return False


def _table(cursor: _Cursor, _token: Token) -> Sequence[Block]:
    header: tuple[Prose, ...] = ()
    rows: list[tuple[Prose, ...]] = []
    row: list[Prose] = []
    while (token := cursor.take()) is not None and token.type != "table_close":
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(read_inline(token.children))
        elif token.type == "tr_close":
            if header:
                rows.append(tuple(row))
            else:
                header = tuple(row)
    return (Table(header, tuple(rows)),) if header or rows else ()


def _definitions(cursor: _Cursor, _token: Token) -> Sequence[Block]:
    entries: list[Definition] = []
    term = Prose("")
    meanings: list[tuple[Block, ...]] = []
    while (token := cursor.take()) is not None and token.type != "dl_close":
        if token.type == "dt_open":
            if meanings:
                entries.append(Definition(term, tuple(meanings)))
            term, meanings = _inline_until(cursor, "dt_close"), []
        elif token.type == "dd_open":
            meanings.append(_until(cursor, "dd_close"))
    if term.text:
        entries.append(Definition(term, tuple(meanings)))
    return entries


def _code(_cursor: _Cursor, token: Token) -> Sequence[Block]:
    language = token.info.strip().split(" ", 1)[0].strip("{.}").lower()
    if language == "mermaid":
        return read_diagram(token.content)
    text = token.content.strip("\n")
    return (Code(text, language),) if text.strip() else ()


def _html(_cursor: _Cursor, token: Token) -> Sequence[Block]:
    diagram, rest = split_diagram(token.content)
    return [*read_diagram(diagram), *(Paragraph(Prose(line)) for line in visible_lines(rest))]


_READERS: dict[str, Callable[[_Cursor, Token], Sequence[Block]]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "blockquote_open": _quote,
    "bullet_list_open": _listing,
    "ordered_list_open": _listing,
    "table_open": _table,
    "dl_open": _definitions,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
}
"""What is read; every other token (rules, attribute lists, footnote brackets) shows nothing."""
