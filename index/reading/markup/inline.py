"""HTML tags that stand in a line."""

from index.reading.markup.elements import APART, BLOCKS, MARKED
from index.reading.markup.sight import Sight
from index.reading.markup.tags import Tag, read_tag
from index.reading.plain import BULLET
from index.reading.prose import MarkKind
from index.reading.prose_writer import ProseWriter


class HtmlInline:
    """Writes what the tags of one text show."""

    def __init__(self, writer: ProseWriter, sight: Sight) -> None:
        self.writer = writer
        self.sight = sight
        self._ends_line = False

    def read(self, html: str) -> None:
        """Read one tag or comment."""
        tag = read_tag(html)
        if tag is None or not self.sight.passes(tag):
            return
        if tag.name not in BLOCKS:
            if not tag.closing:
                self.before_text()
            write_tag(self.writer, tag)
            return
        self._ends_line = True
        if tag.name == "li" and not tag.closing:
            self.before_text()
            self.writer.write(BULLET)

    def write(self, text: str) -> None:
        """Write text of Markdown; of the spaces around a tag that shows nothing one is kept."""
        self.before_text()
        folds = text.startswith(" ") and self.writer.ends_in(" \n")
        self.writer.write(text[1:] if folds else text)

    def before_text(self) -> None:
        """Begin the new line that a tag asked for: only when something stands on it."""
        if self._ends_line:
            self.writer.end_line()
            self._ends_line = False


def write_tag(writer: ProseWriter, tag: Tag) -> None:
    """Write what a tag shows that stands in a line."""
    name = tag.name
    kind = MARKED.get(name)
    if name == "br":
        writer.write("\n")
    elif tag.closing and kind:
        writer.close(name)
    elif kind is MarkKind.LINK:
        writer.close(name)
        target = tag.attributes().get("href", "")
        if target:
            writer.open(name, kind, target)
    elif kind:
        writer.open(name, kind)
    elif name == "img":
        attributes = tag.attributes()
        text = " ".join(attributes.get("alt", "").split())
        if text:
            writer.write_marked(text, MarkKind.IMAGE, attributes.get("src", ""))
    elif name in APART:
        writer.write_folded(" ")
