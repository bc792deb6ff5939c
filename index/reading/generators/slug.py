"""What the rules of several generators share."""

import unicodedata
from collections.abc import Iterable

from markdown_it.token import Token


def heading_text(children: Iterable[Token]) -> str:
    """Return text and code of a heading; images, tags and footnote marks give nothing."""
    parts: list[str] = []
    for token in children:
        if token.type in ("text", "code_inline"):
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


def lower_each(text: str) -> str:
    """Return `text` in lower case, each character by itself as Go does: no final ς, İ is i."""
    return text.replace("Σ", "σ").replace("İ", "i").lower()
