"""GitHub's Markdown: CommonMark. Attribute lists are no part of it, and nobody wants to read one."""

from index.reading.dialects.dialect import Dialect
from index.reading.rules.attribute_lists import attribute_lists

COMMONMARK = Dialect(rules=(attribute_lists,))
