"""pulldown-cmark as mdBook runs it.

Source: https://rust-lang.github.io/mdBook/format/markdown.html
"""

import re

from index.reading.dialects.dialect import Dialect
from index.reading.rules.pulldown_attributes import pulldown_attributes
from index.reading.rules.pulldown_tildes import pulldown_tildes
from index.reading.rules.pulldown_typography import pulldown_typography
from index.reading.rules.underline_first import underline_first

_TAG = re.compile(r"(\\?)(\{\{[ \t]*#[^{}\n]*\}\})")


def pulldown(*, smart: bool) -> Dialect:
    """Return the Markdown that mdBook reads; `smart` where it sets quotes and dashes."""
    rules = (underline_first, pulldown_tildes, pulldown_attributes)
    return Dialect((*rules, pulldown_typography) if smart else rules, before=(without_tags,))


def without_tags(text: str) -> str:
    """Return `text` without mdBook's tags (`{{#include x}}`); one behind a backslash is text."""
    if "{{" not in text:
        return text
    return _TAG.sub(lambda tag: tag[2] if tag[1] else "", text)
