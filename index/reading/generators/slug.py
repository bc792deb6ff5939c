"""What the rules of several generators share."""

import unicodedata
from collections.abc import Callable, Iterable

from markdown_it.token import Token


def heading_text(children: Iterable[Token], typography: Callable[[str], str] = str) -> str:
    """Return text and code of a heading; images, tags and footnote marks give nothing.

    `typography` is what the generator does to text, and never to code, before it makes the id.
    """
    parts: list[str] = []
    for token in children:
        if token.type == "text":
            parts.append(typography(token.content))
        elif token.type == "code_inline":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


def word_characters(text: str, keep: str) -> str:
    """Return `text` with only letters, marks, decimal digits, letter-numbers, `_` and `keep`."""
    return "".join(
        character
        for character in text
        if character in keep
        or (category := unicodedata.category(character))[0] in "LM"
        or category in ("Nd", "Nl", "Pc")
    )
