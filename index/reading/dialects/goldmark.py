"""Goldmark as Hugo runs it.

Source: https://gohugo.io/configuration/markup/ and https://github.com/yuin/goldmark
"""

from dataclasses import dataclass

from markdown_it import MarkdownIt

from index.reading.dialects.dialect import Dialect, Rule
from index.reading.hugo_front_matter import hugo_front_matter
from index.reading.preparations.hugo_short_codes import without_short_codes
from index.reading.rules.goldmark_attributes import goldmark_attributes
from index.reading.rules.goldmark_names import goldmark_names
from index.reading.rules.goldmark_typography import goldmark_typography
from index.reading.rules.no_html import no_html
from index.reading.rules.underline_first import underline_first


@dataclass(frozen=True, slots=True)
class Goldmark:
    """The settings that decide what Goldmark reads."""

    unsafe: bool
    """Whether HTML in a page is shown; without, it is left out."""
    typographer: bool
    """Whether quotes and dashes are set."""
    attributes: bool
    """Whether a heading may carry attributes."""
    single_tilde: bool
    """Whether one tilde strikes through as two do."""
    old_headings: bool
    """Whether headings are read as before Hugo 0.154.1."""


def goldmark_dialect(settings: Goldmark) -> Dialect:
    """Return the Markdown that Hugo reads with these settings."""
    rules: list[Rule] = [underline_first]
    if settings.single_tilde:
        rules.append(_single_tilde)
    if not settings.unsafe:
        rules.append(no_html)
    if settings.attributes:
        rules.append(goldmark_attributes(first_hashes=settings.old_headings))
    # After the inline rule, the later one of these first.
    rules.append(goldmark_names)
    if settings.typographer:
        rules.append(goldmark_typography(with_tail=settings.old_headings))
    return Dialect(tuple(rules), before=(without_short_codes,), front_matter=hugo_front_matter)


def _single_tilde(md: MarkdownIt) -> None:
    md.options["strikethrough_single_tilde"] = True
