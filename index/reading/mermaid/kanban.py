"""A board as its columns, with the cards below them.

Source: https://mermaid.js.org/syntax/kanban.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.indentation import levels
from index.reading.mermaid.label import visible
from index.reading.mermaid.mindmap import shape_label
from index.reading.mermaid.outline import Row, outline

_FACT = re.compile(r"""\b(?:assigned|ticket)\s{0,9}:\s*(?:"([^"]*)"|'([^']*)'|([^,}"']*))""")


def read_kanban(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the columns and cards, each card with its ticket and who has it."""
    return outline(Row(level, _card(text)) for level, text in levels(lines))


def _card(text: str) -> str:
    card, _, data = text.partition("@{")
    facts = (visible("".join(match.groups(""))) for match in _FACT.finditer(data))
    told = ", ".join(fact for fact in facts if fact)
    return f"{shape_label(card)} ({told})" if told else shape_label(card)
