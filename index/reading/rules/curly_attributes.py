"""Attributes in braces as markdown-it-attrs takes them: any `{…}` at the end of a block goes.

Source: the patterns of markdown-it-attrs 4.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_LISTS_AND_TABLES = frozenset({"bullet_list_close", "ordered_list_close", "table_close"})
_SHORTEST = len("{x}")
_SHORTEST_NAME = len("{#x}")


def curly_attributes(md: MarkdownIt) -> None:
    """Teach `md` to take attributes in braces out of the text, a heading's id into the heading."""
    md.core.ruler.before("linkify", "curly_attributes", _rule)


def _rule(state: StateCore) -> None:
    if "{" not in state.src:
        return
    for number, token in enumerate(state.tokens):
        if token.type == "fence" and (start := _at_end(token.info)) is not None:
            token.info = token.info[:start].rstrip()
        elif token.type == "inline" and token.children and "{" in token.content:
            _read(state.tokens, number)
    state.tokens = list(_without_lone(state.tokens))


def _read(tokens: Sequence[Token], number: int) -> None:
    """Take the attributes out of one block's inline tokens."""
    inline = tokens[number]
    children = inline.children = list(_after_spans(inline.children or ()))
    last = children[-1] if children else None
    if last is None or last.type != "text":
        return
    in_item = number > 1 and tokens[number - 2].type == "list_item_open"
    if len(children) > 1 and children[-2].type == "softbreak" and _whole(last.content):
        del children[-2:]
        return
    # What stands last in a list item belongs to the item, then again to the block inside.
    for _ in range(2 if in_item else 1):
        start = _at_end(last.content)
        if start is None:
            return
        attributes = last.content[start:]
        last.content = last.content[:start].removesuffix(" ")
        found = _id(attributes)
        if found is not None:
            tokens[number - (2 if in_item else 1)].attrSet("id", found)
        in_item = False


def _after_spans(children: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens without attributes that stand directly behind a code, picture or link."""
    before: Token | None = None
    for child in children:
        single = before is not None and before.type in ("image", "code_inline")
        if child.type == "text" and before is not None and (single or before.nesting == -1):
            position = 0
            while (end := _at_start(child.content, position)) is not None:
                position = end
            child.content = child.content[position:]
            if position and single and not child.content:
                continue
        before = child
        yield child


def _without_lone(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens without paragraphs below a list or table that hold attributes alone."""
    skipped = 0
    for number, token in enumerate(tokens):
        if skipped:
            skipped -= 1
            continue
        following = tokens[number + 1 : number + 3]
        yield token
        if (
            token.type in _LISTS_AND_TABLES
            and [part.type for part in following] == ["paragraph_open", "inline"]
            and _whole(following[1].content)
        ):
            skipped = 3


def _at_end(text: str) -> int | None:
    """Return where the attributes begin that end `text`."""
    start = text.rfind("{")
    if start < 0 or text.find("}", start + 2) != len(text) - 1:
        return None
    return start if _long_enough(text[start:]) else None


def _at_start(text: str, position: int) -> int | None:
    """Return where the attributes end that begin at `position`."""
    if not text.startswith("{", position):
        return None
    end = text.find("}", position + 2)
    if end < 0 or text.startswith("}", end + 1) or not _long_enough(text[position : end + 1]):
        return None
    return end + 1


def _whole(text: str) -> bool:
    return text.startswith("{") and text.endswith("}") and _long_enough(text)


def _long_enough(braces: str) -> bool:
    return len(braces) >= (_SHORTEST_NAME if braces[1:2] in ("#", ".") else _SHORTEST)


def _id(braces: str) -> str | None:
    """Return the first id of `{…}`, None where it names none.

    Names and values are read sign by sign: `#` and `.` begin one only where nothing was read of
    the entry, and only a space ends it, outside of quotes.
    """
    key = value = ""
    named = quoted = False
    for place in count(1):
        sign = braces[place : place + 1]
        if sign in ("", "}"):
            return value if key == "id" else None
        if sign == "=" and not named:
            named = True
        elif sign in "#." and not key:
            key, named = ("id" if sign == "#" else "class"), True
        elif sign == '"' and (quoted or not value):
            quoted = not quoted
        elif sign == " " and not quoted:
            if key == "id":
                return value
            key = value = ""
            named = False
        elif named:
            value += sign
        elif sign not in "\t\n\f/>'\"":
            key += sign
    return None
