"""Several terms with one meaning: lines below each other, then `: meaning`.

Source: https://kramdown.gettalong.org/syntax.html#definition-lists
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.definition_tokens import definition_list

_MEANING = re.compile(r"^ {0,3}:[ \t]+", re.MULTILINE)


def kramdown_terms(md: MarkdownIt) -> None:
    """Teach `md` to see them; one term alone is read by the rule for definitions."""
    md.core.ruler.after("block", "kramdown_terms", _rule)


def _rule(state: StateCore) -> None:
    if "\n:" in state.src or "\n :" in state.src:
        state.tokens = list(_tokens(state.tokens))


def _tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        inline = tokens[place + 1] if token.type == "paragraph_open" else token
        terms, *meanings = _MEANING.split(inline.content) if token is not inline else ("",)
        if terms.strip() and meanings:
            yield from definition_list([(terms.strip().split("\n"), meanings)], token.level)
            place += 3
        else:
            yield token
            place += 1
