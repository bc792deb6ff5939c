"""HTML between Markdown to blocks: tags open and close frames, text and Markdown fill them.

No recursion, so that it does not matter how deep elements stand in each other.
"""

from collections.abc import Callable, Mapping, Sequence

from index.reading.block import Block, Paragraph
from index.reading.markup.elements import BLOCKS
from index.reading.markup.frames import Entries, Frame, Quoted, Terms
from index.reading.markup.inline import write_tag
from index.reading.markup.literal import Literal
from index.reading.markup.sight import Sight
from index.reading.markup.table import Rows
from index.reading.markup.tags import VOID, Tag, read_tags
from index.reading.prose_writer import ProseWriter

_DEEPEST = 20
"""Frames in each other; what stands deeper is shown at this depth, as in markdown-it's preset."""

_FRAMES: Mapping[str, Callable[[Tag], Frame]] = {
    "blockquote": Quoted,
    "details": Quoted,
    "ul": Entries,
    "ol": Entries,
    "menu": Entries,
    "dir": Entries,
    "dl": Terms,
    "table": Rows,
    "li": Frame,
    "dt": Frame,
    "dd": Frame,
    "td": Frame,
    "th": Frame,
    "caption": Frame,
    "summary": Frame,
}
_PARTS: Mapping[str, type[Frame]] = {
    "li": Entries,
    "dt": Terms,
    "dd": Terms,
    "td": Rows,
    "th": Rows,
    "tr": Rows,
    "thead": Rows,
    "tbody": Rows,
    "tfoot": Rows,
    "caption": Rows,
}
"""Elements that are a part of another, to what it is read by; the next part ends the one before."""

_WHOLES = {Entries: "ul", Terms: "dl", Rows: "table"}
"""What is opened for a part that stands without it."""

_WHOLE_FRAMES = tuple(_WHOLES)
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr", "thead", "tbody", "tfoot"})


class HtmlBlocks:
    """What stands at one depth of a page's Markdown, with the HTML in it."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.writer = ProseWriter()
        self.literal: Literal | None = None
        self.open: list[tuple[str, Frame]] = [("", Frame())]
        """Elements that are open, each with the frame that its text goes to."""
        self.counts: dict[str, int] = {}
        """How many elements of each name are open inside of the innermost cell."""
        self.outside: list[dict[str, int]] = []
        """The same for what is around each cell: no end tag in a cell ends an element around it."""
        self.wholes: list[int] = []
        """Places of the lists and tables that are open."""
        self.depth = 0
        """How many frames are open."""

    def feed(self, html: str) -> None:
        """Read a piece of HTML."""
        for part in read_tags(html, self.sight.name if self.sight.hidden else ""):
            if self.literal is not None:
                self._literal(self.literal, part)
            elif isinstance(part, str):
                if not self.sight.hidden:
                    self.writer.write_folded(part)
            elif self.sight.passes(part):
                self._tag(part)
        self._end_paragraph()

    def add(self, blocks: Sequence[Block]) -> None:
        """Take blocks of Markdown that stand here."""
        if self.literal is not None:
            self.literal.add(blocks)
        elif not self.sight.hidden:
            self.open[-1][1].take(None, blocks)

    def finish(self) -> tuple[Block, ...]:
        """Return everything; what is still open ends here."""
        if self.literal is not None:
            self._end_literal(self.literal)
        self._pop_to(1)
        return tuple(self.open[0][1].finish())

    def _literal(self, literal: Literal, part: Tag | str) -> None:
        if literal.takes(part):
            return
        self._end_literal(literal)

    def _end_literal(self, literal: Literal) -> None:
        self.literal = None
        self.open[-1][1].take(None, literal.blocks())

    def _end_paragraph(self) -> None:
        writer, self.writer = self.writer, self.writer.next_block()
        prose = writer.prose()
        if prose.text:
            self.open[-1][1].take(None, (Paragraph(prose),))

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name not in BLOCKS:
            write_tag(self.writer, tag)
            return
        self._end_paragraph()
        if not tag.closing and Literal.begins(tag):
            self.literal = Literal(tag)
        elif name in _PARTS:
            self._part(tag)
        elif tag.closing:
            self._close(name)
        elif name not in VOID and name != "p":
            self._push(tag)

    def _part(self, tag: Tag) -> None:
        """Read a tag of an entry, a cell or a row."""
        whole = self._innermost()
        kind = _PARTS[tag.name]
        if tag.closing:
            if whole and isinstance(self.open[whole][1], kind):
                self._pop_to(whole + 1)
                self.open[whole][1].begin(tag)
            return
        if not whole or not isinstance(self.open[whole][1], kind):
            if self.depth >= _DEEPEST:
                return
            self._push(Tag(_WHOLES[kind], closing=False, written="", source=""))
            whole = len(self.open) - 1
        self._pop_to(whole + 1)
        if tag.name in _ROWS:
            self.open[whole][1].begin(tag)
        else:
            self._push(tag)

    def _innermost(self) -> int:
        """Return the place of the innermost list or table, 0 where none is open."""
        return self.wholes[-1] if self.wholes else 0

    def _push(self, tag: Tag) -> None:
        make = _FRAMES.get(tag.name)
        frame = self.open[-1][1]
        if make is not None and self.depth < _DEEPEST:
            frame = make(tag)
            self.depth += 1
            if isinstance(frame, _WHOLE_FRAMES):
                self.wholes.append(len(self.open))
        self.open.append((tag.name, frame))
        self.counts[tag.name] = self.counts.get(tag.name, 0) + 1
        if tag.name in _CELLS:
            self.outside.append(self.counts)
            self.counts, self.writer = {}, ProseWriter()

    def _close(self, name: str) -> None:
        if name == "table":
            tables = (at for at in reversed(self.wholes) if isinstance(self.open[at][1], Rows))
            self._pop_to(next(tables, len(self.open)))
        elif self.counts.get(name):
            place = len(self.open) - 1
            while self.open[place][0] != name:
                place -= 1
            self._pop_to(place)

    def _pop_to(self, size: int) -> None:
        """Close elements until `size` are open."""
        while len(self.open) > size:
            name, frame = self.open.pop()
            if name in _CELLS:
                self.counts, self.writer = self.outside.pop(), ProseWriter()
            self.counts[name] -= 1
            if self.wholes and self.wholes[-1] == len(self.open):
                self.wholes.pop()
            around = self.open[-1][1]
            if frame is not around:
                self.depth -= 1
                around.take(frame.tag, frame.finish())
