"""Charts that give each label a value: pies, and the fields of a packet.

Sources: https://mermaid.js.org/syntax/pie.html, https://mermaid.js.org/syntax/packet.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import TITLE, charted
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs

_WORDS = frozenset({TITLE})
_DATA = re.compile(r"\s*showData\b")
_VALUE = re.compile(r'(?P<label>"[^"]*"|[^":]*)\s{0,9}:\s*(?P<value>.*)')


def read_pie(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return each label with its value."""
    title, rows = "", list[Row]()
    for word, rest in charted([_DATA.sub("", line, count=1) for line in lines], _WORDS):
        if word == TITLE:
            title = visible(rest)
        elif match := _VALUE.match(rest):
            rows.append(Row(0, f"{visible(match['label'])}: {visible(match['value'])}"))
    return (*paragraphs([title]), *outline(rows))
