"""Elements that are open and what was read in them; when one is closed, the one around takes it."""

from collections.abc import Sequence

from index.reading.block import Block, Definition, Item, Listing, Paragraph, Quote
from index.reading.markup.tags import Tag
from index.reading.one_prose import joined, one_prose, strong
from index.reading.prose import Prose


class Frame:
    """An element that shows what is in it, one block after the other."""

    def __init__(self, tag: Tag | None = None) -> None:
        self.tag = tag
        self.blocks: list[Block] = []

    def begin(self, tag: Tag) -> None:
        """See a start tag that opens no frame of its own: a row, a table's head."""

    def take(self, tag: Tag | None, blocks: Sequence[Block]) -> None:
        """Take what was read in the element that `tag` opened; None for text of the frame's own."""
        if tag is not None and tag.name == "summary":
            title = one_prose(blocks)
            blocks = (Paragraph(strong(title)),) if title.text else ()
        self.blocks.extend(blocks)

    def finish(self) -> Sequence[Block]:
        """Return what the element shows."""
        return self.blocks


class Quoted(Frame):
    """A quotation, or a part that is folded away: the summary is its first line."""

    def finish(self) -> Sequence[Block]:
        """Return the quote; nothing for an empty one."""
        return (Quote(tuple(self.blocks)),) if self.blocks else ()


class Entries(Frame):
    """A list; what stands in it outside of any entry belongs to the entry before."""

    def __init__(self, tag: Tag | None = None) -> None:
        super().__init__(tag)
        self.entries: list[list[Block]] = []

    def take(self, tag: Tag | None, blocks: Sequence[Block]) -> None:
        """Take an entry, or what stands behind one."""
        if tag is not None and tag.name == "li":
            self.entries.append(list(blocks))
        elif self.entries:
            self.entries[-1].extend(blocks)
        elif blocks:
            self.entries.append(list(blocks))

    def finish(self) -> Sequence[Block]:
        """Return the list without empty entries; an empty step keeps its number."""
        first = self._first()
        items = [Item(tuple(entry)) for entry in self.entries if entry or first is not None]
        shows = any(item.blocks for item in items)
        return (Listing(tuple(items), first),) if shows else ()

    def _first(self) -> int | None:
        if self.tag is None or self.tag.name != "ol":
            return None
        start = self.tag.attributes().get("start", "").strip()
        return int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1  # noqa: PLR2004 - Markdown's own limit is nine digits


class Terms(Frame):
    """A list of terms and what they mean; terms that follow each other have one meaning."""

    def __init__(self, tag: Tag | None = None) -> None:
        super().__init__(tag)
        self.terms: list[Prose] = []
        self.meanings: list[tuple[Block, ...]] = []

    def take(self, tag: Tag | None, blocks: Sequence[Block]) -> None:
        """Take a term, a meaning, or what stands between them."""
        name = tag.name if tag else ""
        if name == "dt":
            if self.meanings:
                self._end()
            self.terms.append(one_prose(blocks))
        elif name == "dd" or self.terms:
            self.meanings.append(tuple(blocks))
        else:
            self.blocks.extend(blocks)

    def finish(self) -> Sequence[Block]:
        """Return the definitions."""
        self._end()
        return self.blocks

    def _end(self) -> None:
        self.blocks.extend(definition(self.terms, self.meanings))
        self.terms, self.meanings = [], []


def definition(terms: Sequence[Prose], meanings: Sequence[tuple[Block, ...]]) -> Sequence[Block]:
    """Return one entry of a list of terms; what has no term stands by itself."""
    named = [term for term in terms if term.text]
    shown = tuple(meaning for meaning in meanings if meaning)
    if not named:
        return [block for meaning in shown for block in meaning]
    return (Definition(joined(named, ", "), shown),)
