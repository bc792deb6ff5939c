"""GitHub's Markdown: CommonMark; attribute lists are no part of it, and nobody reads them."""

from index.reading.dialects.dialect import Dialect
from index.reading.rules.attribute_lists import attribute_lists
from index.reading.rules.emoji_codes import emoji_codes
from index.reading.rules.footnotes_heading import footnotes_heading

COMMONMARK = Dialect(rules=(attribute_lists, footnotes_heading, emoji_codes))
