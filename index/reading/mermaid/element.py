"""A diagram that stands in HTML: `<pre class="mermaid">`, as Mermaid itself looks for it.

Source: https://mermaid.js.org/config/usage.html
"""

import re
from html import unescape

_OPENING = re.compile(r"\s*<(?:pre|div)\b[^<>]*>(?:\s*<code\b[^<>]*>)?", re.IGNORECASE)
_CLASS = re.compile(r"\bclass\s?=\s?[\"']?[^\"'<>]{0,200}\bmermaid\b", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:code|pre|div)\s?>", re.IGNORECASE)


def split_diagram(html: str) -> tuple[str, str]:
    """Return the diagram that `html` begins with, and the HTML behind it; "" for no diagram."""
    opening = _OPENING.match(html)
    if opening is None or not _CLASS.search(opening[0]):
        return "", html
    closing = _CLOSING.search(html, opening.end())
    end, rest = (closing.start(), closing.end()) if closing else (len(html), len(html))
    return unescape(html[opening.end() : end]), html[rest:]
