"""HTML that stands in Markdown: what a browser would show of it."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt figcaption figure footer h1 h2 h3 h4"
    " h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "iframe"})
_SPACES = re.compile(r"[ \t\r\f]*\n\s*|[ \t\r\f]{2,}")


class _Visible(HTMLParser):
    def __init__(self, between: str = "\n") -> None:
        super().__init__(convert_charrefs=True)
        self.between = between
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's signature
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _BLOCKS:
            self.parts.append(self.between)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.parts.append(self.between)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)


def visible_lines(html: str) -> tuple[str, ...]:
    """Return the lines of text that `html` shows; comments, scripts and tags are not shown."""
    parser = _Visible()
    parser.feed(html)
    parser.close()
    text = "".join(parser.parts)
    folded = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", text)
    return tuple(line.strip() for line in folded.split("\n") if line.strip())


def text_content(html: str) -> str:
    """Return all text of `html` as it stands, white space and all; a line break is none."""
    parser = _Visible(between="")
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
