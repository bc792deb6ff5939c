"""Markdown as Eleventy reads it: Liquid first, then markdown-it with the plugins of the site.

Source: https://www.11ty.dev/docs/languages/markdown/
"""

from collections.abc import Collection

from markdown_it import MarkdownIt

from index.reading.dialects.dialect import Dialect, Rule
from index.reading.preparations.liquid import without_liquid
from index.reading.rules.callout_titles import callout_titles
from index.reading.rules.containers import CALLOUT_COMMENTS, containers
from index.reading.rules.curly_attributes import curly_attributes
from index.reading.rules.inline_html_headings import inline_html_headings

ATTRIBUTES = "markdown-it-attrs"
FOOTNOTES = "markdown-it-footnote"
DEFINITIONS = "markdown-it-deflist"


def eleventy_dialect(plugins: Collection[str], *, templates: bool = True) -> Dialect:
    """Return the dialect of a site that uses these plugins of markdown-it.

    `templates` is whether a template language runs first.
    """
    rules: list[Rule] = [
        containers(CALLOUT_COMMENTS),
        callout_titles,
        inline_html_headings,
    ]
    if ATTRIBUTES in plugins:
        rules.append(curly_attributes)
    if FOOTNOTES not in plugins:
        rules.append(_no_footnotes)
    if DEFINITIONS not in plugins:
        rules.append(_no_definitions)
    return Dialect(rules=tuple(rules), before=(without_liquid,) if templates else ())


def _no_footnotes(md: MarkdownIt) -> None:
    md.disable(["footnote_def", "footnote_ref"])


def _no_definitions(md: MarkdownIt) -> None:
    md.disable("deflist")
