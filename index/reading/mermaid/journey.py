"""A user journey as its tasks: how each went, and for whom.

Source: https://mermaid.js.org/syntax/userJourney.html
"""

from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import SECTION, TITLE, charted
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs

_WORDS = frozenset({TITLE, SECTION})


def read_journey(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the tasks in order, those of a section below it."""
    title, rows, level = "", list[Row](), 0
    for word, rest in charted(lines, _WORDS):
        if word == TITLE:
            title = visible(rest)
        elif word == SECTION:
            rows.append(Row(0, visible(rest)))
            level = 1
        else:
            rows.append(Row(level, _task(rest)))
    return (*paragraphs([title]), *outline(rows))


def _task(text: str) -> str:
    """Return "Task: 5 (who, who)"."""
    task, *facts = (visible(part) for part in text.split(":"))
    score, who = (*facts, "", "")[:2]
    told = f"{task}: {score}" if score else task
    return f"{told} ({who})" if who else told
