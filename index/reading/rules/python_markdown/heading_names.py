"""What `toc` makes ids from: a heading's text without tags, runs of white space made one space."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.attribute_lists import ATTRIBUTES
from index.reading.rules.html_headings import MARKUP
from index.reading.rules.python_markdown.block_rule import IDS

NAME, TAKEN = "name", "taken"
"""Keys in the `meta` of a heading's first token: its name, and the ids of other elements."""

_ENTITY = "\x02"
_LOWEST = 6


def heading_names(base_level: int) -> Callable[[MarkdownIt], None]:
    """Return the rule that notes names; the highest heading has this level, others one below."""

    def install(md: MarkdownIt) -> None:
        def rule(state: StateCore) -> None:
            taken = frozenset(state.env[IDS])
            state.tokens += (_hidden(one) for one in sorted(taken))
            for opening, inline in pairwise(state.tokens):
                if opening.type == "heading_open" and opening.markup != MARKUP:
                    opening.meta = {NAME: _name(inline.children or ()), TAKEN: taken}
                    opening.tag = f"h{min(int(opening.tag[1]) + base_level - 1, _LOWEST)}"

        md.core.ruler.before("text_join", "heading_names", rule)

    return install


def _hidden(one: str) -> Token:
    """Return a token that shows nothing and tells of the id."""
    return Token(ATTRIBUTES, "", 0, hidden=True, meta={"id": one, "names": ()})


def _name(children: Sequence[Token]) -> str:
    """Return the text; a space that an entity stands for is no white space yet."""
    parts: list[str] = []
    entities: list[str] = []
    for token in children:
        if token.type == "text_special" and token.info == "entity":
            parts.append(_ENTITY)
            entities.append(token.content)
        elif token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
    pieces = " ".join("".join(parts).split()).split(_ENTITY)
    return "".join(piece + entity for piece, entity in zip(pieces, [*entities, ""], strict=False))
