"""MDX: Markdown with JavaScript in it. What a visitor reads stays, code and tags go.

Source: https://mdxjs.com/docs/what-is-mdx/
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.reading.own_lines import has_own_lines
from index.reading.rules.containers import closing_comment, opening_comment

_ESM = re.compile(
    r"""^(?:import(?:\s*[{"'*]|\s+\w+\s*(?:,|from\b))"""
    r"|export\s+(?:async|class|const|default|function|interface|let|type|var|\{|\*)).*$",
    re.MULTILINE,
)
_SHOWS = re.compile(r"^[ \t]*(?:</?[A-Z]|\{/\*)|^(?:import|export)\b", re.MULTILINE)
# What can hide a sign of MDX (code, an escaped sign), and the signs themselves.
_PIECE = re.compile(
    r"(?P<fence>^[ \t>]*(?P<run>`{3,}|~{3,})[^\n]*$)|(?P<code>`+)|(?P<escaped>\\.)"
    r"|(?P<esm>^(?:import|export)\b)|(?P<tag></?[A-Za-z][\w.-]*(?=[\s/>]))|(?P<brace>\{(?!\#))",
    re.MULTILINE,
)
_INSIDE = re.compile(r"""["'`{<>]""")
_BRACE = re.compile(r"\\.|[{}]")
_PROP = re.compile(r"""\b(?:title|label|summary|caption|header|text)=(?:"([^"]*)"|'([^']*)')""")
_HEADING_ID = re.compile(r"\{/\*\s*#(\S+?)\s*\*/\}(?=[ \t]*$)", re.MULTILINE)
_LONGEST = 4000
"""So long a tag, an expression or a piece of code in a sentence may be."""


def mdx(text: str) -> str:
    """Return the text as Markdown; every line keeps its number."""
    return _Reader(_HEADING_ID.sub(r"{#\1}", text)).read()


def mdx_where_it_shows(text: str) -> str:
    """Return the same for a page that shows that it is MDX: it imports or exports something.

    Of any other page only comments and components that have lines of their own go.
    """
    if not _SHOWS.search(text):
        return text
    reader = _Reader(text, whole=False)
    read = reader.read()
    return mdx(text) if reader.imports else read


@dataclass(slots=True)
class _Reader:
    """Reads a page from its start to its end."""

    text: str
    """The page."""
    whole: bool = True
    """Whether everything in braces is code, and every component a tag."""
    imports: bool = False
    """Whether the page imports or exports something, as far as it was read."""
    parts: list[str] = field(default_factory=list)
    """What is Markdown of it."""
    open: list[str] = field(default_factory=list)
    """Names of the callouts around the place, outermost first."""
    braces: Mapping[int, int] = field(init=False)
    """Where each pair of braces begins, and the place behind it."""

    def __post_init__(self) -> None:
        self.braces = _braces(self.text)

    def read(self) -> str:
        """Return the page as Markdown."""
        position = 0
        while piece := _PIECE.search(self.text, position):
            self.parts.append(self.text[position : piece.start()])
            kind = piece.lastgroup
            if kind in ("fence", "run"):
                position = self._code_block(piece)
            elif kind == "code":
                position = self._code(piece)
            elif kind == "esm" and _ESM.match(self.text, piece.start()):
                self.imports = True
                position = self._hide(piece.start(), self._paragraph_end(piece.start()))
            elif kind == "tag":
                position = self._tag(piece)
            elif kind == "brace":
                position = self._braces(piece)
            else:
                position = self._keep(piece)
        self.parts.append(self.text[position:])
        return "".join(self.parts)

    def _keep(self, piece: re.Match[str]) -> int:
        self.parts.append(piece[0])
        return piece.end()

    def _hide(self, start: int, end: int) -> int:
        self.parts.append("\n" * self.text.count("\n", start, end))
        return end

    def _paragraph_end(self, start: int) -> int:
        end = self.text.find("\n\n", start)
        return len(self.text) if end < 0 else end

    def _code_block(self, opening: re.Match[str]) -> int:
        """Keep a block of code as it is."""
        run = opening["run"]
        closing = re.compile(rf"^[ \t>]*{run[0]}{{{len(run)},}}[ \t]*$", re.MULTILINE)
        found = closing.search(self.text, opening.end())
        end = found.end() if found else len(self.text)
        self.parts.append(self.text[opening.start() : end])
        return end

    def _code(self, opening: re.Match[str]) -> int:
        """Keep code in a sentence as it is."""
        closing = re.compile(rf"(?<!`){opening[0]}(?!`)")
        found = closing.search(self.text, opening.end(), opening.end() + _LONGEST)
        end = found.end() if found else opening.end()
        self.parts.append(self.text[opening.start() : end])
        return end

    def _braces(self, opening: re.Match[str]) -> int:
        """Take an expression out; where braces may be text, only a comment on its own lines."""
        end = self._past_braces(opening.start())
        comment = self.text.startswith("{/*", opening.start())
        if not end or not (
            self.whole or (comment and has_own_lines(self.text, opening.start(), end))
        ):
            return self._keep(opening)
        return self._hide(opening.start(), end)

    def _tag(self, opening: re.Match[str]) -> int:
        """Take a component's tag out, a text in it becomes a title; HTML is left as it is."""
        name = opening[0].strip("</")
        end = self._tag_end(opening.start())
        alone = has_own_lines(self.text, opening.start(), end)
        if not end or not name[0].isupper() or not (self.whole or alone):
            return self._keep(opening)
        tag = self.text[opening.start() : end]
        lines = "\n" * tag.count("\n")
        if tag.startswith("</"):
            if alone and self.open[-1:] == [name]:
                self.open.pop()
                self.parts.append(closing_comment(len(self.open)))
        else:
            found = _PROP.search(tag)
            title = " ".join((found[1] or found[2] or "").split()) if found else ""
            if alone and title and not tag.endswith("/>"):
                self.open.append(name)
                self.parts.append(opening_comment(len(self.open) - 1, title))
            else:
                self.parts.append(title)
        self.parts.append(lines)
        return end

    def _tag_end(self, start: int) -> int:
        """Return where a tag ends, 0 where it has no end near."""
        position = start + 1
        while found := _INSIDE.search(self.text, position):
            sign, position = found[0], found.end()
            if sign == ">":
                return position if position - start <= _LONGEST else 0
            if sign == "{":
                position = self._past_braces(found.start())
            elif sign != "<":
                position = self.text.find(sign, position, position + _LONGEST) + 1
            # No tag has another one in it, but in quotes or braces.
            if not position or sign == "<":
                return 0
        return 0

    def _past_braces(self, start: int) -> int:
        """Return where an expression ends, 0 where it has no end near."""
        end = self.braces.get(start, 0)
        return end if end - start <= _LONGEST else 0


def _braces(text: str) -> Mapping[int, int]:
    """Return where each pair of braces begins, and the place behind it."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs[opened.pop()] = found.end()
    return pairs
