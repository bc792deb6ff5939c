"""Callouts of Just the Docs: a paragraph or a quote with a class that `_config.yml` names.

Source: https://just-the-docs.com/docs/ui-components/callouts/
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.attribute_lists import ATTRIBUTES
from index.reading.rules.callout_titles import TITLE, callout_titles, title_tokens

_OWN_TITLE = "-title"
"""Ending of a class: the first paragraph is the title."""


def kramdown_callouts(titles: Mapping[str, str]) -> Callable[[MarkdownIt], None]:
    """Return the rule for these callouts: class to title, empty for one without."""

    def rule(md: MarkdownIt) -> None:
        md.core.ruler.after("block", "kramdown_callouts", partial(_rule, titles))
        callout_titles(md)

    return rule


def _rule(titles: Mapping[str, str], state: StateCore) -> None:
    found = [
        (*block, name)
        for number, token in enumerate(state.tokens)
        if token.type == ATTRIBUTES
        and (name := _callout(token, titles))
        and (block := _block(state.tokens, number))
    ]
    for first, end, name in reversed(found):
        state.tokens[first:end] = _titled(state.tokens[first:end], name, titles)


def _callout(token: Token, titles: Mapping[str, str]) -> str:
    """Return the class of a callout in an attribute list."""
    classes = (name[1:] for name in token.meta["names"] if name.startswith("."))
    return next((name for name in classes if name.removesuffix(_OWN_TITLE) in titles), "")


def _block(tokens: Sequence[Token], number: int) -> tuple[int, int] | None:
    """Return which tokens are the block that an attribute list belongs to: above it, else below."""
    line = tokens[number].map
    level = tokens[number].level
    if number and tokens[number - 1].type in ("paragraph_close", "blockquote_close"):
        first = number - 1
        while tokens[first].level != level or tokens[first].nesting != 1:
            first -= 1
        lines = tokens[first].map
        if lines and line and lines[1] == line[0]:
            return first, number
    first = number + 1
    while first < len(tokens) and tokens[first].type == ATTRIBUTES:
        first += 1
    if first == len(tokens) or tokens[first].type not in ("paragraph_open", "blockquote_open"):
        return None
    end = first + 1
    while tokens[end].level != level or tokens[end].nesting != -1:
        end += 1
    return first, end + 1


def _titled(block: list[Token], name: str, titles: Mapping[str, str]) -> list[Token]:
    level = block[0].level
    quoted = block[0].type == "blockquote_open"
    title = titles.get(name, "")
    if name not in titles and (first := _first_text(block)):
        first.meta = {TITLE: True}
    lead = title_tokens(title, level + 1) if title else []
    if quoted:
        return [block[0], *lead, *block[1:]]
    opening = Token("blockquote_open", "blockquote", 1, map=block[0].map, level=level, block=True)
    closing = Token("blockquote_close", "blockquote", -1, level=level, block=True)
    return [opening, *lead, *block, closing]


def _first_text(block: Sequence[Token]) -> Token | None:
    """Return the text of a paragraph, or of the one that a quote begins with."""
    place = 0 if block[0].type == "paragraph_open" else 1
    return block[place + 1] if block[place].type == "paragraph_open" else None
