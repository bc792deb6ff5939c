"""Addresses that are links without any sign of Markdown, as Goldmark sees them in a heading.

Source: goldmark's linkify extension, after GitHub's autolinks.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

SIGN = "sign"
"""`info` of a text token that is one sign set by the typographer."""

_HOST = r"[-\w@:%.+~#=]{1,256}\.[a-z]+"
_PATH = r"(?:[/?#][-\w@:%+.~#$!?&/=();,'\">^{}\[\]`]*)?"
_LINK = re.compile(
    rf"(?:https?|ftp)://{_HOST}(?::\d+)?{_PATH}|www\.{_HOST}{_PATH}"
    r"|[\w.+-]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,9}(?<![-_])(?![\w-])",
    re.ASCII,
)
_BEFORE = frozenset(" \t\n*_~(")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")


def bare_links(text: str, *, starts: bool, open_brackets: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each address.

    `starts` says whether one may stand at the start; behind a bracket that is still open, be it
    one of `open_brackets` from before, none is seen.
    """
    position = 0
    while found := _LINK.search(text, position):
        open_brackets = brackets(text[position : found.start()], open_brackets)
        before = text[found.start() - 1] if found.start() else ""
        position = found.end()
        if not open_brackets and (before in _BEFORE if before else starts):
            yield found.start(), found.start() + len(_trimmed(found[0]))


def brackets(text: str, already: int) -> int:
    """Return how many square brackets are open behind `text`, of those that were before too."""
    return max(0, already + text.count("[") - text.count("]"))


def _trimmed(link: str) -> str:
    """Return the address without the signs behind it that belong to the sentence."""
    if link.endswith(")"):
        surplus = link.count(")") - link.count("(")
        return link[: len(link) - surplus] if surplus > 0 else link
    if link.endswith(";"):
        return _ENTITY.sub("", link)
    return link.rstrip("?!.,:*_~")


def starts_piece(children: Sequence[Token], number: int) -> bool:
    """Return whether Goldmark begins anew at a text token: not behind other text."""
    before = children[number - 1] if number else None
    return before is None or before.info == SIGN or before.type not in ("text", "text_special")
