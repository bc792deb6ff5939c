"""What stands inside a line, as Python-Markdown reads it, in place of markdown-it's rules."""

from collections.abc import Callable, Collection

from markdown_it import MarkdownIt

from index.reading.rules.python_markdown.code_spans import code_span
from index.reading.rules.python_markdown.emphasis import emphasis
from index.reading.rules.python_markdown.inline_html import angle_address, entity, inline_html
from index.reading.rules.python_markdown.links import image, link
from index.reading.rules.python_markdown.signs import ESCAPED, escape, line_break

_ALSO_ESCAPED = {
    "tables": "|",
    "pymdownx.tilde": "~",
    "pymdownx.caret": "^",
    "pymdownx.mark": "=",
    "pymdownx.critic": "~",
}


def python_markdown_inline(extensions: Collection[str]) -> Callable[[MarkdownIt], None]:
    """Return the rule that reads lines as Python-Markdown with these extensions does."""
    also = "".join(sign for name, sign in _ALSO_ESCAPED.items() if name in extensions)

    def install(md: MarkdownIt) -> None:
        ruler = md.inline.ruler
        ruler.at("newline", line_break)
        ruler.at("escape", escape(ESCAPED | frozenset(also)))
        ruler.at("backticks", code_span)
        ruler.at("emphasis", emphasis)
        ruler.at("link", link)
        ruler.at("image", image)
        ruler.at("autolink", angle_address)
        ruler.at("html_inline", inline_html)
        ruler.at("entity", entity)
        if "pymdownx.tilde" not in extensions:
            md.disable("strikethrough")
        # The notes stand among the blocks already.
        md.disable("footnote_tail" if "footnotes" in extensions else "footnote_ref")
        if "pymdownx.tasklist" not in extensions:
            md.disable("github-tasklists")

    return install
