"""Hugo's short codes, which run before Markdown: what a reader sees of them stays, the rest goes.

A template of the site decides what one shows; what is kept is its inside, and of its arguments
those that are words. Source: https://gohugo.io/content-management/shortcodes/
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from index.reading.target import REF

# Neither a tag nor a string in it goes on beyond the next `{{`: a page full of open ones must not
# be searched to its end from each of them.
_TAG = re.compile(
    r"""\{\{(?P<open>[<%])(?P<inside>(?:[^"`{>%]|"(?:[^"\\{]|\\.|\{(?!\{))*"|`(?:[^`{]|\{(?!\{))*`"""
    r"""|\{(?!\{)|[>%](?!\}\}))*)(?P<close>[>%])\}\}"""
)
_ARGUMENT = re.compile(r"""(?:([\w-]+)\s*=\s*)?("(?:\\.|[^"\\])*"|`[^`]*`|[^\s"`=]+)""")
_WORDS: Final = frozenset(
    {
        "title",
        "subtitle",
        "summary",
        "caption",
        "text",
        "label",
        "header",
        "heading",
        "description",
        "content",
    }
)
"""Names of arguments that are shown."""
_UNSEEN: Final = frozenset(
    {"gist", "instagram", "param", "qr", "tweet", "vimeo", "x", "youtube", "youtube_simple"}
)
"""Built-in short codes that show nothing in words."""


@dataclass(frozen=True, slots=True)
class ShortCode:
    """One tag."""

    name: str
    """Its name; with a slash in front where it closes."""
    arguments: tuple[tuple[str, str, bool], ...]
    """Name (empty without one), value, and whether it stood in quotes."""
    alone: bool
    """Whether it is all that its line holds."""

    def value(self, *names: str) -> str:
        """Return the first argument with one of these names; the empty one stands for any."""
        found = (value for name in names for given, value, _ in self.arguments if given == name)
        return next(found, "")


def without_short_codes(text: str) -> str:
    """Return `text` with each tag as what a reader sees of it; every line keeps its number."""
    if "{{<" not in text and "{{%" not in text:
        return text
    parts: list[str] = []
    position = 0
    commented = False
    for match in _TAG.finditer(text):
        between = text[position : match.start()]
        position = match.end()
        parts.append("\n" * between.count("\n") if commented else between)
        code = _read(text, match)
        shown = "" if commented else _shown(text, match, code)
        if code.name.strip("/") == "comment":
            commented, shown = code.name == "comment", ""
        parts.append(shown + "\n" * (match[0].count("\n") - shown.count("\n")))
    return "".join([*parts, text[position:]])


def _read(text: str, match: re.Match[str]) -> ShortCode:
    name, _, rest = match["inside"].strip().removesuffix("/").partition(" ")
    name, _, more = name.partition("\n")
    if name == "/":
        name, rest = f"/{rest.strip()}", ""
    found = _ARGUMENT.findall(f"{more} {rest}")
    arguments = tuple(
        (key, value.strip('"`').replace('\\"', '"'), value[0] in '"`') for key, value in found
    )
    line_start = text.rfind("\n", max(0, match.start() - 100), match.start())
    before = text[max(0, match.start() - 100, line_start + 1) : match.start()]
    alone = not before.strip() and text[match.end() : match.end() + 1] in ("", "\n")
    return ShortCode(name, arguments, alone)


def _shown(text: str, match: re.Match[str], code: ShortCode) -> str:
    inside = match["inside"].strip()
    if inside.startswith("/*") and inside.endswith("*/"):
        return f"{{{{{match['open']}{inside[2:-2]}{match['close']}}}}}"
    if code.name in ("ref", "relref"):
        # Elsewhere than in a link it prints an address, which is no word.
        return _target(code) if text[match.start() - 1 : match.start()] in ("(", "<") else ""
    if code.name in _UNSEEN or (code.name.startswith("/") and code.name != "/highlight"):
        return ""
    return _READERS.get(code.name, _words)(code)


def _target(code: ShortCode) -> str:
    return REF + quote(code.value("path", ""), safe="/#")


def _figure(code: ShortCode) -> str:
    picture = f"![{code.value('alt')}]({quote(code.value('src', ''), safe='/:?&=#%')})"
    return " ".join(filter(None, (picture, code.value("title"), code.value("caption"))))


def _fence(code: ShortCode) -> str:
    return f"```{code.value('lang', '')}" if code.alone else ""


def _words(code: ShortCode) -> str:
    """Return the arguments that are words; they stand on a line of their own where the tag does."""
    words = " ".join(
        value
        for name, value, quoted in code.arguments
        if (name in _WORDS) or (not name and quoted and " " in value.strip())
    )
    return f"{words}  " if words and code.alone else words


_READERS: Final[Mapping[str, Callable[[ShortCode], str]]] = {
    "figure": _figure,
    "highlight": _fence,
    "/highlight": lambda code: "```" if code.alone else "",
}
"""Name of a built-in short code to what a reader sees of its tag."""
