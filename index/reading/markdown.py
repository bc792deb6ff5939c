"""The Markdown that handbooks are written in: one parser, its extensions in plain view."""

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from index.reading.generators.generator import Generator
from index.reading.html_headings import html_headings
from index.reading.kramdown import EXPLICIT_IDS, kramdown_attributes
from index.reading.liquid import without_liquid


def build_parser() -> MarkdownIt:
    """Return a parser for CommonMark with tables and the extensions that handbooks use."""
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.use(footnote_plugin, inline=False)
    md.use(tasklists_plugin)
    md.use(kramdown_attributes)
    md.use(html_headings)
    return md


def parse_body(md: MarkdownIt, body: str, generator: Generator) -> list[Token]:
    """Return the block tokens of a page without its front matter, as its generator reads it."""
    source = without_liquid(body) if generator.liquid else body
    return md.parse(source, {EXPLICIT_IDS: generator.explicit_ids})
