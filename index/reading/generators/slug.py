"""What the rules of several generators share."""

import unicodedata
from collections.abc import Iterable

from markdown_it.token import Token

from index.reading.rules.emoji_codes import EMOJI

_LETTER_SYMBOLS = frozenset(
    chr(code)
    for first, last in (
        (0x24B6, 0x24E9),
        (0x1F130, 0x1F149),
        (0x1F150, 0x1F169),
        (0x1F170, 0x1F189),
    )
    for code in range(first, last + 1)
)
"""Letters in circles and squares: symbols, but alphabetic ones (Unicode's `Other_Alphabetic`)."""


def heading_text(children: Iterable[Token], *, notes: bool = False) -> str:
    """Return text and code of a heading, of an emoji its short code; images and tags give nothing.

    The numbers of footnotes stand in it with `notes`.
    """
    parts: list[str] = []
    for token in children:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == EMOJI:
            parts.append(token.markup)
        elif notes and token.type == "footnote_ref":
            parts.append(str(token.meta["id"] + 1))
    return "".join(parts)


def word_characters(text: str, keep: str) -> str:
    """Return `text` with only what Unicode counts as part of a word, and `keep`.

    That is letters and marks, decimal digits, letter-numbers, connecting signs such as `_`.
    """
    if text.isascii():
        return "".join(sign for sign in text if sign.isalnum() or sign == "_" or sign in keep)
    return "".join(sign for sign in text if sign in keep or _of_a_word(sign))


def _of_a_word(sign: str) -> bool:
    category = unicodedata.category(sign)
    if category[0] in "LM" or category in ("Nd", "Nl", "Pc"):
        return True
    return sign in _LETTER_SYMBOLS


def lower_each(text: str) -> str:
    """Return `text` in lower case, each character by itself as Go does: no final ς, İ is i."""
    return text.replace("Σ", "σ").replace("İ", "i").lower()
