"""HTML tags in a line of Markdown."""

from index.reading.markup.blocks import write_tag
from index.reading.markup.elements import BLOCKS
from index.reading.markup.sight import Sight
from index.reading.markup.tags import read_tag
from index.reading.plain import BULLET
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
