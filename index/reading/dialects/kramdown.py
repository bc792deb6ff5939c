"""kramdown as Jekyll runs it, with its GFM parser or with its own; Liquid comes first.

Source: https://kramdown.gettalong.org/syntax.html
"""

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_block import hr, list_block

from index.reading.dialects.dialect import Dialect, Rule
from index.reading.preparations.liquid import without_liquid
from index.reading.rules.abbreviations import abbreviations
from index.reading.rules.attached_ids import attached_ids
from index.reading.rules.attribute_lists import attribute_lists
from index.reading.rules.kramdown_callouts import kramdown_callouts
from index.reading.rules.kramdown_extensions import kramdown_extensions
from index.reading.rules.kramdown_fences import kramdown_fences
from index.reading.rules.kramdown_headings import gfm_headings, own_headings
from index.reading.rules.kramdown_html import kramdown_html
from index.reading.rules.kramdown_math import kramdown_math
from index.reading.rules.kramdown_quotes import kramdown_quotes
from index.reading.rules.kramdown_tables import kramdown_tables
from index.reading.rules.kramdown_terms import kramdown_terms
from index.reading.rules.typography import Typography, heading_typography, two_or_three

_TYPOGRAPHY = heading_typography(Typography(dashes=two_or_three))


def _own_parser(md: MarkdownIt) -> None:
    """Take from `md` what only the GFM parser knows: strikethrough, blocks after no empty line."""
    md.disable("strikethrough")
    md.block.ruler.at("list", list_block, {"alt": []})
    md.block.ruler.at("hr", hr, {"alt": ["list"]})


_SHARED: tuple[Rule, ...] = (
    attribute_lists,
    attached_ids,
    kramdown_extensions,
    kramdown_math,
    kramdown_html,
    kramdown_tables,
    kramdown_terms,
    abbreviations,
    _TYPOGRAPHY,
)
_GFM: tuple[Rule, ...] = (
    gfm_headings,
    kramdown_quotes(interrupts=True),
    kramdown_fences("`~", interrupts=True),
)
_OWN: tuple[Rule, ...] = (
    own_headings,
    kramdown_quotes(interrupts=False),
    kramdown_fences("~", interrupts=False),
    _own_parser,
)


def kramdown(parser: str, callouts: Mapping[str, str]) -> Dialect:
    """Return what the parser `gfm` or `kramdown` reads; `callouts`: class to title."""
    rules = (*_SHARED, *(_GFM if parser == "gfm" else _OWN))
    marked = (kramdown_callouts(callouts),) if callouts else ()
    return Dialect(rules=(*rules, *marked), before=(without_liquid,))
