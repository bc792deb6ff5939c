"""Short codes such as `:tada:`, shown as the emoji that they name; the code stays in `markup`."""

import re
from collections.abc import Iterator, Sequence

import emoji
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

EMOJI = "emoji"
"""Token type: `content` is the emoji, `markup` the name between the colons."""

_CODE = re.compile(r":(\+1|-1|[\w-]+):")


def emoji_codes(md: MarkdownIt) -> None:
    """Teach `md` to show emoji for their short codes."""
    md.core.ruler.after("text_join", "emoji_codes", _rule)
    md.add_render_rule(EMOJI, _render)


def _rule(state: StateCore) -> None:
    if _CODE.search(state.src) is None:
        return
    for token in state.tokens:
        if token.children and ":" in token.content and _CODE.search(token.content):
            token.children = [part for child in token.children for part in _parts(child)]


def _parts(token: Token) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    start = 0
    for code in _CODE.finditer(token.content):
        shown = emoji.emojize(code[0], language="alias")
        if shown != code[0]:
            yield token.copy(content=token.content[start : code.start()])
            yield Token(EMOJI, "", 0, content=shown, markup=code[1], level=token.level)
            start = code.end()
    yield token.copy(content=token.content[start:]) if start else token


def _render(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    number: int,
    _options: OptionsDict,
    _env: EnvType,
) -> str:
    return tokens[number].content
