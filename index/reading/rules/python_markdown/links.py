"""Links and images: spaces in the target are allowed, links in links are none."""

import re
from html import unescape

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from index.reading.rules.python_markdown.block_rule import REFERENCES
from index.reading.rules.python_markdown.code_spans import INSIDE_LINK, code_span_end, find_ticks

_TARGET = re.compile(
    r"""\((?:[^()"']++|\([^()"']*+\)|"[^"]*+"(?=\s*+\))|'[^']*+'(?=\s*+\))|["'])*+\)"""
)
_ANGLE = re.compile(r"""\(\s*+(<[^<>]*+>)\s*+(?:("[^"]*+"|'[^']*+')\s*+)?\)""")
_TITLE = re.compile(r"""(?:^|\s)("[^"]*+"|'[^']*+')\s*+$""")
_LABEL = re.compile(r"\s?\[([^\]]*+)\]")
_BRACKETS = re.compile(r"\\.|`+|[\[\]]", re.DOTALL)
_SPACES = re.compile(r"\s+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_BRACKETS_KEY = "brackets"


def link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `[text](target)`, `[text][label]`, `[text]`."""
    at = state.pos
    if state.src[at] != "[" or silent or INSIDE_LINK in state.env:
        return False
    end = _closing(state, at)
    if end is None:
        return False
    found = _target(state, at, end)
    if found is None:
        return False
    target, after = found
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": state.md.normalizeLink(target)}
    state.env[INSIDE_LINK] = True
    inner: list[Token] = []
    state.md.inline.parse(state.src[at + 1 : end], state.md, state.env, inner)
    del state.env[INSIDE_LINK]
    for token in inner:
        token.level += state.level
        state.tokens.append(token)
        state.tokens_meta.append(None)
    state.push("link_close", "a", -1)
    state.pos = after
    return True


def image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `![text](target)`, `![text][label]`, `![text]`."""
    at = state.pos
    if not state.src.startswith("![", at) or silent:
        return False
    end = _closing(state, at + 1)
    found = None if end is None else _target(state, at + 1, end)
    if end is None or found is None:
        state.append_pending("![")
        state.pos += 2
        return True
    target, after = found
    text = _ESCAPED.sub(r"\1", state.src[at + 2 : end])
    token = state.push("image", "img", 0)
    token.attrs = {"src": state.md.normalizeLink(target), "alt": ""}
    token.children = [Token("text", "", 0, content=text)]
    token.content = text
    state.pos = after
    return True


def _closing(state: StateInline, at: int) -> int | None:
    """Return where the bracket at `at` is closed; code and escaped signs do not count."""
    key = f"{_BRACKETS_KEY} {INSIDE_LINK in state.env}"
    pairs = state.env.get(key)
    if pairs is None or pairs[0] is not state.src:
        pairs = (state.src, _pairs(state.src))
        state.env[key] = pairs
    found: dict[int, int] = pairs[1]
    return found.get(at)


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    opened: list[int] = []
    ticks = find_ticks(text) if "`" in text else None
    at = 0
    while found := _BRACKETS.search(text, at):
        at = found.end()
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]":
            if opened:
                pairs[opened.pop()] = found.start()
        elif ticks and found[0][0] == "`":
            code = code_span_end(ticks, text, found.start())
            at = code[0] + code[1] if code else at
    return pairs


def _target(state: StateInline, start: int, end: int) -> tuple[str, int] | None:
    """Return where the text between two brackets leads and what follows it."""
    src = state.src
    angle = _ANGLE.match(src, end + 1)
    if angle:
        return _plain(angle[1][1:-1]), angle.end()
    found = _TARGET.match(src, end + 1)
    if found:
        target = found[0][1:-1]
        title = _TITLE.search(target[-1000:]) if target.rstrip()[-1:] in ('"', "'") else None
        if title:
            target = target[: len(target) - len(title[0])]
        return _plain(target), found.end()
    references = state.env.get(REFERENCES) or {}
    text = src[start + 1 : end] if references else ""
    label = _LABEL.match(src, end + 1) if references else None
    if label:
        wanted = _SPACES.sub(" ", (label[1] or text).lower())
        if wanted in references:
            return references[wanted][0], label.end()
    wanted = _SPACES.sub(" ", text.lower())
    return (references[wanted][0], end + 1) if references and wanted in references else None


def _plain(target: str) -> str:
    return unescape(_ESCAPED.sub(r"\1", target)).strip()
