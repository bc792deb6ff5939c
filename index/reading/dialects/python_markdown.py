"""Python-Markdown as MkDocs runs it: its own blocks, and what its extensions add.

Source: https://python-markdown.github.io/
"""

from collections.abc import Collection, Sequence

from index.reading.dialects.dialect import Dialect, Preparation
from index.reading.mkdocs_front_matter import mkdocs_front_matter
from index.reading.preparations.liquid import without_liquid
from index.reading.preparations.snippets import without_snippets
from index.reading.rules.callout_titles import callout_titles
from index.reading.rules.inline_html_headings import inline_html_headings
from index.reading.rules.python_markdown.attributes import attribute_lists
from index.reading.rules.python_markdown.block_rule import python_markdown_blocks
from index.reading.rules.python_markdown.heading_names import heading_names
from index.reading.rules.python_markdown.inline_rules import python_markdown_inline
from index.reading.rules.python_markdown.marks import marks


def python_markdown(
    extensions: Collection[str], base_level: int = 1, *, macros: bool = False
) -> Dialect:
    """Return Python-Markdown with these extensions, `macros` being MkDocs' plugin that fills in.

    `base_level` is the level of the highest heading.
    """
    before: Sequence[tuple[bool, Preparation]] = (
        (macros, without_liquid),
        ("pymdownx.snippets" in extensions, without_snippets),
    )
    return Dialect(
        rules=(
            python_markdown_blocks(extensions),
            python_markdown_inline(extensions),
            marks(extensions),
            callout_titles,
            *((attribute_lists,) if "attr_list" in extensions else ()),
            heading_names(base_level),
            inline_html_headings,
        ),
        before=tuple(prepare for needed, prepare in before if needed),
        front_matter=mkdocs_front_matter,
    )
