"""HTML as Python-Markdown sees it: which tags make blocks, and what a tag says."""

import re

BLOCK_TAGS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body"
    " dt group html iframe li legend math map noscript output object option progress script style"
    " summary tbody td textarea tfoot th thead tr video center".split()
)
"""Tags that begin a block of HTML where they stand at a line's start."""

SPAN_TAGS = frozenset("address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th".split())
"""Tags in which `markdown="1"` asks for what stands inside a line only."""

RAW_TAGS = frozenset("canvas math option pre script style textarea".split())
"""Tags in which nothing is Markdown."""

EMPTY_TAGS = frozenset({"hr"})
"""Block tags without an end tag."""

UNPARSED_TAGS = frozenset({"script", "style"})
"""Tags in which nothing is a tag."""

_START = re.compile(r"""<([a-zA-Z][^`\s/>\x00]*+)(?:[^"'`>]++|"[^"]*+"|'[^']*+')*+>""")
_END = re.compile(r"</([a-zA-Z][^\s/>]*+)[^>]*+>")
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=<]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++))?""", re.IGNORECASE
)
WORK = 50
"""How many times the text's length may be looked through for tags that are none."""


class Tags:
    """Finds tags in one text; gives up on broken ones before they cost more than the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = text.rfind(">")
        self._left = WORK * len(text) + 1000

    def start(self, at: int) -> re.Match[str] | None:
        """Return the start tag that begins at `at`."""
        return self._match(_START, at)

    def end(self, at: int) -> re.Match[str] | None:
        """Return the end tag that begins at `at`."""
        return self._match(_END, at)

    def _match(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        if at > self._last or self._left < 0:
            return None
        found = pattern.match(self.text, at)
        if found is None:
            # A tag that fails was looked for up to the end in the worst case.
            self._left -= self._last - at if '"' in self.text or "'" in self.text else 100
        return found


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag; one without value is its own name."""
    _, _, rest = tag.strip("<>").partition(" ")
    if not rest:
        rest = " ".join(tag.strip("<>").split()[1:])
    return {
        found[1].lower(): (found[2] or found[1]).strip("\"'") for found in _ATTRIBUTE.finditer(rest)
    }
