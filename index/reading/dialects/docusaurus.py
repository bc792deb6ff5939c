"""Markdown as Docusaurus reads it: CommonMark or MDX, with callouts, emoji and ids in braces.

Source: https://docusaurus.io/docs/markdown-features
"""

import re

from markdown_it import MarkdownIt

from index.reading.dialects.dialect import Dialect, Preparation
from index.reading.preparations.mdx import mdx, mdx_where_it_shows
from index.reading.rules.callout_titles import callout_titles
from index.reading.rules.containers import CALLOUT_COMMENTS, Containers, containers
from index.reading.rules.docusaurus_ids import docusaurus_ids
from index.reading.rules.emoji_codes import emoji_codes
from index.reading.rules.footnotes_heading import footnotes_heading
from index.reading.rules.inline_html_headings import inline_html_headings

_ADMONITIONS = Containers(
    opening=re.compile(
        r"(?P<fence>:{3,})[ \t]*[A-Za-z][\w-]*(?:\{[^}\n]*\})?[ \t]*"
        r"(?:\[(?P<label>.*)\][^\]]*|(?P<title>.*))$"
    ),
    closing=re.compile(r"(?P<fence>:{3,})[ \t]*$"),
    sign=":::",
)

FORMATS = ("md", "mdx", "detect")
"""How the site may read a file that ends in `.md`; `detect` is the same as `md`."""


def docusaurus_dialect(file_format: str) -> Dialect:
    """Return the dialect of a site that reads `.md` in this format, empty where nobody said."""
    before: tuple[Preparation, ...] = ()
    syntax = _as_remark
    if file_format == "mdx":
        before, syntax = (mdx,), _as_mdx
    elif not file_format:
        before = (mdx_where_it_shows,)
    return Dialect(
        rules=(
            syntax,
            containers(_ADMONITIONS),
            containers(CALLOUT_COMMENTS),
            callout_titles,
            inline_html_headings,
            emoji_codes,
            docusaurus_ids,
            footnotes_heading,
        ),
        before=before,
    )


def _as_remark(md: MarkdownIt) -> None:
    """Take from `md` what remark has not."""
    md.disable("deflist")


def _as_mdx(md: MarkdownIt) -> None:
    """Take the code that is only indented away, too."""
    _as_remark(md)
    md.disable("code")
