"""What the rules of several generators share."""

import re
import unicodedata
from collections.abc import Iterable

from markdown_it.token import Token

_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def heading_text(children: Iterable[Token]) -> str:
    """Return text and code of a heading; images, tags and footnote marks give nothing."""
    return "".join(
        token.content if token.type in ("text", "code_inline") else _space(token)
        for token in children
    )


def _space(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else ""


def word_characters(text: str, keep: str) -> str:
    """Return `text` with only letters, marks, decimal digits, letter-numbers, `_` and `keep`."""
    return "".join(
        character
        for character in text
        if character in keep
        or (category := unicodedata.category(character))[0] in "LM"
        or category in ("Nd", "Nl", "Pc")
    )
