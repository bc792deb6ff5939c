"""A Gantt chart as its tasks with their dates.

Source: https://mermaid.js.org/syntax/gantt.html
"""

import re
from collections.abc import Mapping, Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import SECTION, TITLE, charted
from index.reading.mermaid.label import named, visible
from index.reading.mermaid.outline import Row, outline, paragraphs
from index.reading.mermaid.relation import FORTH, NEITHER

_SILENT = frozenset(
    {
        "dateFormat",
        "axisFormat",
        "tickInterval",
        "excludes",
        "includes",
        "todayMarker",
        "weekday",
        "weekend",
        "inclusiveEndDates",
        "topAxis",
        "click",
        "workdayhours",
        "displayMode",
    }
)
_WORDS = _SILENT | {TITLE, SECTION}
_DURATION = re.compile(r"\d[\d.]*[A-Za-z]+")
_NO_TIME = re.compile(r"0[A-Za-z]+")
_NAMED = 9
"""How many of the tasks that one waits for are named."""

_TAGS = frozenset({"active", "done", "crit", "milestone", "vert"})


def read_gantt(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the tasks in order, those of a section below it."""
    title, rows, level = "", list[Row](), 0
    names = _names(lines)
    for word, rest in charted(lines, _WORDS):
        if word == TITLE:
            title = visible(rest)
        elif word == SECTION:
            rows.append(Row(0, visible(rest)))
            level = 1
        elif not word:
            rows.append(Row(level, _task(rest, names)))
    return (*paragraphs([title]), *outline(rows))


def _names(lines: Sequence[str]) -> dict[str, str]:
    """Return what the tasks with an id are called."""
    names: dict[str, str] = {}
    for _, rest in charted(lines, _WORDS):
        task, facts = _facts(rest)
        if len(facts) > 2:  # noqa: PLR2004 - an id stands only before start and end
            names[facts[0]] = task
    return names


def _facts(text: str) -> tuple[str, list[str]]:
    """Return a task and what is said of its time, tags left out."""
    task, _, rest = text.partition(":")
    facts = (fact.strip() for fact in rest.split(","))
    return visible(task), [fact for fact in facts if fact and fact not in _TAGS]


def _task(text: str, names: Mapping[str, str]) -> str:
    """Return "Task: start – end" or "Task: start, 3d"; tasks that it waits for are named."""
    task, facts = _facts(text)
    times = [_time(fact, names) for fact in facts[-2:] if not _NO_TIME.fullmatch(fact)]
    told = _between(times[0], times[-1]) if len(times) > 1 else "".join(times)
    return f"{task}: {told}" if told else task


def _between(start: str, end: str) -> str:
    if start.endswith(FORTH):
        return f"{start} {end.removeprefix(FORTH).lstrip()}"
    if end.startswith(FORTH):
        return f"{start} {end}"
    return f"{start}, {end}" if _DURATION.fullmatch(end) else f"{start} {NEITHER} {end}"


def _time(fact: str, names: Mapping[str, str]) -> str:
    """Return a date or a duration as it stands, another task by its name."""
    word, _, ids = fact.partition(" ")
    others = ", ".join(named(names.get(found, found)) for found in ids.split()[:_NAMED])
    if word == "after":
        return f"{others} {FORTH}"
    return f"{FORTH} {others}" if word == "until" else visible(fact)
