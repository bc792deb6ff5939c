"""Callouts that stand between two lines of their own: `:::note[Title]` … `:::`, read as quotes.

Source: https://docusaurus.io/docs/markdown-features/admonitions , directives of remark. The first
closing line that is long enough ends the outermost one that is open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from index.reading.rules.callout_titles import TITLE
from index.reading.rules.heading_tokens import line_text
from index.reading.rules.html_headings import MARKUP


@dataclass(frozen=True, slots=True)
class Containers:
    """How the lines of a callout are written."""

    opening: re.Pattern[str]
    """The opening line; groups `fence`, `title`, perhaps `label` (a title in brackets), and `level`
    where the title is a heading."""
    closing: re.Pattern[str]
    """The closing line; its group `fence` is as long as the opening one's, or longer."""
    sign: str
    """What each of these lines begins with; a page without it is not looked at."""


CALLOUT_COMMENTS = Containers(
    opening=re.compile(r"<!--callout(?P<fence>:+)(?P<level>[1-6]?) (?P<title>.*)-->$"),
    closing=re.compile(r"<!--callout(?P<fence>:+)end-->$"),
    sign="<!--callout:",
)
"""How a preparation hands on a callout that is written in another language than Markdown."""

_DEEPEST = 40


def opening_comment(depth: int, title: str, level: str = "") -> str:
    """Return the line that opens a callout inside of `depth` others; nothing far too deep."""
    fence = ":" * (_DEEPEST - depth)
    return f"<!--callout{fence}{level} {title.replace('--', '–')}-->" if fence else ""


def closing_comment(depth: int) -> str:
    """Return the line that closes it."""
    fence = ":" * (_DEEPEST - depth)
    return f"<!--callout{fence}end-->" if fence else ""


def containers(kind: Containers) -> Callable[[MarkdownIt], None]:
    """Return the rule that reads these callouts."""

    def rule(md: MarkdownIt) -> None:
        name = _key(kind)
        md.core.ruler.after("normalize", name, partial(_pair, kind))
        md.block.ruler.before(
            "fence",
            name,
            partial(_read, kind),
            {"alt": ["paragraph", "reference", "blockquote", "list"]},
        )

    return rule


def _key(kind: Containers) -> str:
    """Return the rule's name, under which the environment keeps the pairs of lines too."""
    return f"containers {kind.sign}"


def _pair(kind: Containers, state: StateCore) -> None:
    """Find the closing line of each opening one, in one go over the page."""
    pairs: dict[int, int] = {}
    if kind.sign in state.src:
        opened: list[tuple[int, int]] = []
        for number, line in enumerate(state.src.split("\n")):
            if kind.sign not in line:
                continue
            text = line.lstrip(" \t>")
            if closing := kind.closing.match(text):
                outermost = None
                while opened and opened[-1][0] <= len(closing["fence"]):
                    outermost = opened.pop()[1]
                if outermost is not None:
                    pairs[outermost] = number
            elif opening := kind.opening.match(text):
                length = len(opening["fence"])
                # One that is as long as what is around it, or longer, can never end by itself.
                if not opened or length < opened[-1][0]:
                    opened.append((length, number))
    state.env[_key(kind)] = pairs


def _read(kind: Containers, state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    closing = state.env.get(_key(kind), {}).get(start)
    if closing is None or closing >= end or state.is_code_block(start):
        return False
    match = kind.opening.match(line_text(state, start))
    if match is None or state.sCount[closing] < state.blkIndent:
        return False
    if silent:
        return True
    state.push("blockquote_open", "blockquote", 1).map = [start, closing + 1]
    _title(state, match, start)
    before = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", closing
    state.md.block.tokenize(state, start + 1, closing)
    state.parentType, state.lineMax = before
    state.push("blockquote_close", "blockquote", -1)
    state.line = closing + 1
    return True


def _title(state: StateBlock, match: re.Match[str], line: int) -> None:
    """Push the title: a heading without id where the rule says its level, else a strong line."""
    groups = match.groupdict()
    title, level = (groups.get("label") or groups["title"] or "").strip(), groups.get("level")
    if not title:
        return
    tag = f"h{level}" if level else "p"
    name = "heading" if level else "paragraph"
    opening = state.push(f"{name}_open", tag, 1)
    opening.map = [line, line + 1]
    opening.markup = MARKUP if level else ""
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title, [line, line + 1], []
    if not level:
        inline.meta = {TITLE: True}
    state.push(f"{name}_close", tag, -1)
