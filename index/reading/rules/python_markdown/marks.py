"""Signs of pymdown-extensions around text: the text stays, the signs go, where one is switched on.

Source: https://facelessuser.github.io/pymdown-extensions/
"""

import re
from collections.abc import Callable, Collection

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "pymdownx.mark": (("==", "=="),),
    "pymdownx.caret": (("^^", "^^"), ("^", "^")),
    "pymdownx.tilde": (("~", "~"),),
    "pymdownx.critic": (("{++", "++}"), ("{==", "==}")),
}
"""Extension to what stands around text that is shown."""

_UNSEEN: dict[str, tuple[tuple[str, str], ...]] = {
    "pymdownx.critic": (("{--", "--}"), ("{>>", "<<}")),
}
"""Extension to what stands around text that is not shown."""

_ICON = re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,80}:")
_KEYS = re.compile(r"\+\+([\w-]+(?:\+[\w-]+)*)\+\+")


def marks(extensions: Collection[str]) -> Callable[[MarkdownIt], None]:
    """Return the rule for the signs of these extensions."""
    shown = tuple(pair for name in extensions for pair in _PAIRS.get(name, ()))
    hidden = tuple(pair for name in extensions for pair in _UNSEEN.get(name, ()))
    alone = tuple(
        read
        for name, read in (("pymdownx.keys", _keys), ("pymdownx.emoji", _icon))
        if name in extensions
    )
    signs = {opening[0] for opening, _ in (*shown, *hidden)} | ({"+", ":"} if alone else set())

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        if silent or state.src[state.pos] not in signs:
            return False
        return (
            any(read(state) for read in alone)
            or any(_pair(state, *pair, shown=False) for pair in hidden)
            or any(_pair(state, *pair, shown=True) for pair in shown)
        )

    def install(md: MarkdownIt) -> None:
        if signs:
            md.inline.ruler.before("emphasis", "pymdownx_marks", rule)

    return install


def _keys(state: StateInline) -> bool:
    found = _KEYS.match(state.src, state.pos)
    if found is None:
        return False
    names = (key.capitalize() for key in found[1].split("+"))
    state.push("code_inline", "code", 0).content = "+".join(names)
    state.pos = found.end()
    return True


def _icon(state: StateInline) -> bool:
    found = _ICON.match(state.src, state.pos)
    if found is None:
        return False
    state.push("html_inline", "", 0)
    state.pos = found.end()
    return True


def _pair(state: StateInline, opening: str, closing: str, *, shown: bool) -> bool:
    """Read the text between two signs that stand close to it."""
    src, start = state.src, state.pos + len(opening)
    if not src.startswith(opening, state.pos):
        return False
    if shown and src[start : start + 1] in ("", " ", opening[-1]):
        return False
    last: dict[tuple[str, str], int] = state.env.setdefault("last_signs", {})
    if (closing, src) not in last:
        last[closing, src] = src.rfind(closing)
    end = src.find(closing, start) if last[closing, src] > start else -1
    if end < 0 or (shown and src[end - 1] == " "):
        return False
    inner = state.md.inline.parse(src[start:end] if shown else "", state.md, state.env, [])
    if state.pending:
        state.pushPending()
    for token in inner:
        token.level += state.level
        state.tokens.append(token)
        state.tokens_meta.append(None)
    state.pos = end + len(closing)
    return True
