"""HTML to tags and text, in one go over it, however broken it is.

The standard library's parser is not used: before Python 3.11.14 it takes quadratic time on tags
that are not closed (12 KB of `<a ` took a minute) and raises on `<![<!`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end tag."""

_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp"})
"""Elements in which nothing is a tag."""

_START = re.compile(r"""<([A-Za-z][^\s/>]*+)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""")
_START_UNQUOTED = re.compile(r"<([A-Za-z][^\s/>]*+)([^>]*+)>")
_END = re.compile(r"</([A-Za-z][^\s/>]*+)[^>]*+>")
_OTHER = re.compile(r"<[!?/][^>]*+>?")
# A quote that is not closed lasts to the end of the tag, so that nothing is looked through twice.
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>"']++)))?+"""
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag."""

    name: str
    """Its name in lower case."""
    closing: bool
    """Whether it is an end tag."""
    written: str
    """What stands behind its name."""
    source: str
    """The whole tag as it is written."""

    def attributes(self) -> Mapping[str, str]:
        """Return its attributes; of two with one name the first counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), unescape(value))
        return found


def read_tag(source: str) -> Tag | None:
    """Return the tag that `source` is; None for a comment or anything else."""
    closing = source.startswith("</")
    match = (_END if closing else _START).match(source)
    return Tag(match[1].lower(), closing, "" if closing else match[2], source) if match else None


def read_tags(html: str, raw: str = "") -> Iterator[Tag | str]:
    """Yield tags and the text between them, its character references replaced.

    Comments are left out; one that is not closed lasts to the end. `raw` names the element that
    was open before, if nothing is a tag in it.
    """
    at, last = 0, html.rfind(">")
    start = _START
    while at < len(html):
        if raw:
            at, raw = _end_of(raw, html, at), ""
            continue
        found = html.find("<", at)
        if found < 0:
            found = len(html)
        if found > at:
            yield unescape(html[at:found])
        at = found
        if html.startswith("<!--", at):
            close = html.find("-->", at + 4)
            at = len(html) if close < 0 else close + 3
        elif at > last:
            # The rest holds no whole tag; a browser shows nothing of a broken one.
            if not _OTHER.match(html, at) and not _tag_like(html[at : at + 2]):
                yield unescape(html[at:])
            return
        elif match := start.match(html, at) or _END.match(html, at):
            closing = html.startswith("</", at)
            tag = Tag(match[1].lower(), closing, "" if closing else match[2], match[0])
            yield tag
            at = match.end()
            raw = tag.name if tag.name in _RAW and not closing else ""
        elif other := _OTHER.match(html, at):
            at = other.end()
        elif start is _START and _tag_like(html[at : at + 2]):
            start = _START_UNQUOTED  # a quote is not closed: from here on none counts
        else:
            yield "<"
            at += 1


def _tag_like(text: str) -> bool:
    return text[1:2].isascii() and text[1:2].isalpha()


def _end_of(name: str, html: str, at: int) -> int:
    closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(html, at)
    return closing.start() if closing else len(html)
