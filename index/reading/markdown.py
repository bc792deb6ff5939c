"""The Markdown that handbooks are written in: one parser, its extensions in plain view."""

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from index.reading.dialects.dialect import Dialect
from index.reading.rules.alerts import alerts
from index.reading.rules.deep_blocks import deep_blocks
from index.reading.rules.html_headings import html_headings


def build_parser(dialect: Dialect) -> MarkdownIt:
    """Return a parser for CommonMark with the extensions that handbooks use, and the dialect's."""
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    md.use(deep_blocks)
    md.use(deflist_plugin)
    md.use(footnote_plugin, inline=False)
    md.use(tasklists_plugin)
    md.use(html_headings)
    md.use(alerts)
    for rule in dialect.rules:
        rule(md)
    return md


def parse_body(md: MarkdownIt, body: str, dialect: Dialect) -> list[Token]:
    """Return the block tokens of a page without its front matter, as its generator reads it."""
    return md.parse(prepare_body(body, dialect), {})


def prepare_body(body: str, dialect: Dialect) -> str:
    """Return the text that Markdown sees of a page; every line keeps its number."""
    for prepare in dialect.before:
        body = prepare(body)
    return body
