"""The Markdown that handbooks are written in: one parser, its extensions in plain view."""

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from index.reading.html_headings import html_headings
from index.reading.kramdown import kramdown_attributes


def build_parser() -> MarkdownIt:
    """Return a parser for CommonMark with tables and the extensions that handbooks use."""
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.use(footnote_plugin, inline=False)
    md.use(tasklists_plugin)
    md.use(kramdown_attributes)
    md.use(html_headings)
    return md
