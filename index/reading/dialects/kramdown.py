"""kramdown as Jekyll runs it: Liquid first, then attribute lists and explicit ids.

Source: https://kramdown.gettalong.org/syntax.html
"""

from index.reading.dialects.dialect import Dialect
from index.reading.liquid import without_liquid
from index.reading.rules.attribute_lists import attribute_lists
from index.reading.rules.kramdown_ids import kramdown_ids
from index.reading.rules.typography import Typography, heading_typography, two_or_three

KRAMDOWN = Dialect(
    rules=(attribute_lists, kramdown_ids, heading_typography(Typography(dashes=two_or_three))),
    before=(without_liquid,),
)
