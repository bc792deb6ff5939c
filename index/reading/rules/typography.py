"""Smart quotes, dashes and dots in headings, for the readers that set them.

Only in headings: there they decide ids and what the contents list shows. In running text the
handbook's own signs are kept, which is what people search for.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_OPENERS = frozenset("([{<“‘«-–—/")


@dataclass(frozen=True, slots=True)
class Typography:
    """Which signs a reader sets."""

    dashes: Callable[[int], str]
    """Number of hyphens in a row (two or more) to what stands for them."""
    guillemets: bool = True
    """Whether `<<` and `>>` become « and »."""


def two_or_three(hyphens: int) -> str:
    """Return an em dash for each three hyphens from the left, an en dash for two that are left."""
    dashes, rest = divmod(hyphens, 3)
    return "—" * dashes + ("", "-", "–")[rest]


def heading_typography(typography: Typography) -> Callable[[MarkdownIt], None]:
    """Return the rule that sets these signs in headings."""

    def rule(md: MarkdownIt) -> None:
        md.core.ruler.after("inline", "heading_typography", partial(_rule, typography))

    return rule


def _rule(typography: Typography, state: StateCore) -> None:
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open" and inline.children:
            _set(typography, inline.children)


def _set(typography: Typography, children: Sequence[Token]) -> None:
    before = " "
    for number, token in enumerate(children):
        if token.type == "text":
            after = next((child.content for child in children[number + 1 :] if child.content), " ")
            token.content = _signs(typography, token.content, before, after[0])
        before = token.content[-1:] or before


def _signs(typography: Typography, text: str, before: str, after: str) -> str:
    text = re.sub(r"-{2,}", lambda run: typography.dashes(len(run[0])), text)
    text = text.replace("...", "…")
    if typography.guillemets:
        text = text.replace("<<", "«").replace(">>", "»")
    if '"' not in text and "'" not in text:
        return text
    signs = list(text)
    for place, sign in enumerate(signs):
        if sign in "\"'":
            left = signs[place - 1] if place else before
            right = signs[place + 1] if place + 1 < len(signs) else after
            opens = (left.isspace() or left in _OPENERS) and not right.isspace()
            signs[place] = ("“" if opens else "”") if sign == '"' else ("‘" if opens else "’")
    return "".join(signs)
