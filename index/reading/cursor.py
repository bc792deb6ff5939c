"""The tokens of a section, taken one by one."""

from collections.abc import Sequence

from markdown_it.token import Token

from index.reading.inline import read_inline
from index.reading.markup.sight import Sight
from index.reading.prose import Prose
from index.reading.rules.attribute_lists import ATTRIBUTES


class Cursor:
    """Where reading is, and what of it can be seen."""

    def __init__(self, tokens: Sequence[Token], sight: Sight) -> None:
        self.tokens = tokens
        self.sight = sight
        self.at = 0

    def take(self) -> Token | None:
        """Return the next token, None at the end."""
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def at_contents_sign(self) -> bool:
        """Return whether `{:toc}` follows: the site puts its headings in place of the list."""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        return bool(following and following.type == ATTRIBUTES and "toc" in following.meta["names"])

    def read(self, inline: Token) -> Prose:
        """Return what a reader sees of a text."""
        return read_inline(inline.children, self.sight if self.sight.hidden else None)
