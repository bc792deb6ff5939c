"""HTML inside a line: tags, comments, entities, and addresses in angle brackets."""

import re
from html import unescape

from markdown_it.rules_inline import StateInline

_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+)>")
_MAIL = re.compile(r"<([^<> !@]++@[^@<> ]++)>")
_HTML = re.compile(
    r"""</?+[a-zA-Z][^\s"'<>@]*+(?:\s++[^\s"'=<>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?+)*+\s*+/?>"""
    r"|<!--(?:(?!<!--|-->).)*+-->"
    r"|<\?(?:(?!<\?|\?>).)*+\?>"
    r"|<!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*+\]\]>",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,20}|#x[0-9a-fA-F]{1,20}|[a-zA-Z0-9]{1,40});")


def angle_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read `<https://…>` and `<name@place>`."""
    if state.src[state.pos] != "<":
        return False
    found = _ADDRESS.match(state.src, state.pos)
    mail = None if found else _MAIL.match(state.src, state.pos)
    match = found or mail
    if match is None:
        return False
    if not silent:
        text = match[1] if found else match[1].removeprefix("mailto:")
        target = text if found else f"mailto:{text}"
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(target)}
        opening.markup, opening.info = "autolink", "auto"
        state.push("text", "", 0).content = text
        closing = state.push("link_close", "a", -1)
        closing.markup, closing.info = "autolink", "auto"
    state.pos = match.end()
    return True


def inline_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a tag or a comment."""
    if state.src[state.pos] != "<":
        return False
    match = _HTML.match(state.src, state.pos)
    if match is None or match[0].endswith("\\>"):
        return False
    if not silent:
        state.push("html_inline", "", 0).content = match[0]
    state.pos = match.end()
    return True


def entity(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read an entity that ends in a semicolon."""
    if state.src[state.pos] != "&":
        return False
    match = _ENTITY.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = unescape(match[0]), match[0], "entity"
    state.pos = match.end()
    return True
