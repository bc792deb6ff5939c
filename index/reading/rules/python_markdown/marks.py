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

_UNSEEN: dict[str, re.Pattern[str]] = {
    "pymdownx.critic": re.compile(r"\{--(?:[^-]|-(?!-\}))*+--\}|\{>>(?:[^<]|<(?!<\}))*+<<\}"),
    "pymdownx.emoji": re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:"),
}
"""Extension to what shows no text."""

_KEYS = re.compile(r"\+\+([\w-]+(?:\+[\w-]+)*)\+\+")


def marks(extensions: Collection[str]) -> Callable[[MarkdownIt], None]:
    """Return the rule for the signs of these extensions."""
    pairs = tuple(pair for name in extensions for pair in _PAIRS.get(name, ()))
    unseen = tuple(_UNSEEN[name] for name in extensions if name in _UNSEEN)
    keys = "pymdownx.keys" in extensions
    signs = frozenset(opening[0] for opening, _ in pairs) | frozenset(":{" if unseen else "")

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        sign = state.src[state.pos]
        if silent or (sign not in signs and not (keys and sign == "+")):
            return False
        for pattern in unseen:
            if found := pattern.match(state.src, state.pos):
                state.push("html_inline", "", 0)
                state.pos = found.end()
                return True
        if keys and (found := _KEYS.match(state.src, state.pos)):
            state.push("code_inline", "code", 0).content = "+".join(
                key.capitalize() for key in found[1].split("+")
            )
            state.pos = found.end()
            return True
        return any(_pair(state, *pair) for pair in pairs)

    def install(md: MarkdownIt) -> None:
        if signs or keys:
            md.inline.ruler.before("emphasis", "pymdownx_marks", rule)

    return install


def _pair(state: StateInline, opening: str, closing: str) -> bool:
    """Read the text between two signs that stand close to it."""
    src, start = state.src, state.pos + len(opening)
    if not src.startswith(opening, state.pos) or src[start : start + 1] in ("", " ", opening[-1]):
        return False
    last: dict[tuple[str, str], int] = state.env.setdefault("last_signs", {})
    if (closing, src) not in last:
        last[closing, src] = src.rfind(closing)
    end = src.find(closing, start) if last[closing, src] > start else -1
    if end < 0 or src[end - 1] == " ":
        return False
    inner = state.md.inline.parse(src[start:end], state.md, state.env, [])
    if state.pending:
        state.pushPending()
    for token in inner:
        token.level += state.level
        state.tokens.append(token)
        state.tokens_meta.append(None)
    state.pos = end + len(closing)
    return True
