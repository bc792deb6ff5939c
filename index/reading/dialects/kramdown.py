"""kramdown as Jekyll runs it, with its GFM parser or with its own; Liquid comes first.

Source: https://kramdown.gettalong.org/syntax.html
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import hr, list_block

from index.reading.dialects.dialect import Dialect
from index.reading.liquid import without_liquid
from index.reading.rules.attached_ids import attached_ids
from index.reading.rules.attribute_lists import attribute_lists
from index.reading.rules.kramdown_fences import kramdown_fences
from index.reading.rules.kramdown_headings import gfm_headings, own_headings
from index.reading.rules.kramdown_html import kramdown_html
from index.reading.rules.kramdown_quotes import kramdown_quotes
from index.reading.rules.typography import Typography, heading_typography, two_or_three

_TYPOGRAPHY = heading_typography(Typography(dashes=two_or_three))


def _own_parser(md: MarkdownIt) -> None:
    """Take from `md` what only the GFM parser knows: strikethrough, blocks after no empty line."""
    md.disable("strikethrough")
    md.block.ruler.at("list", list_block, {"alt": []})
    md.block.ruler.at("hr", hr, {"alt": ["list"]})


KRAMDOWN_GFM = Dialect(
    rules=(
        attribute_lists,
        attached_ids,
        gfm_headings,
        kramdown_html,
        kramdown_quotes(interrupts=True),
        kramdown_fences("`~", interrupts=True),
        _TYPOGRAPHY,
    ),
    before=(without_liquid,),
)
KRAMDOWN_OWN = Dialect(
    rules=(
        attribute_lists,
        attached_ids,
        own_headings,
        kramdown_html,
        kramdown_quotes(interrupts=False),
        kramdown_fences("~", interrupts=False),
        _own_parser,
        _TYPOGRAPHY,
    ),
    before=(without_liquid,),
)
