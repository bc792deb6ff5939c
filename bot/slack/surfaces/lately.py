"""What changed lately, for the slash command: by day, with the page and the link."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby, takewhile
from typing import Final

from bot.slack.rendering.lines import INDENT, Written
from bot.slack.rendering.message import Message, notice_message
from bot.slack.rendering.packing import message_of
from bot.slack.rendering.piece import Line, lines_of
from bot.slack.rendering.spoken import said_bytes
from bot.slack.surfaces.changes import Change, changed
from bot.wording.catalogue import Words
from index.contents import Contents
from index.reading.prose import Mark, MarkKind, Prose
from index.search.scope import Scope

DAYS: Final = 30
"""So far back it is told what changed."""

PAGE_SECTIONS: Final = 3
"""Of a page on which more changed in a day, the rest is a number."""

SAID_BYTES: Final = 3_000
"""What the lines say together at most: a message's `text` takes 4,000 bytes."""


def lately_message(contents: Contents, scope: Scope, today: date, words: Words) -> Message:
    """Return what changed in the last `DAYS`; where the history has no dates, that it has none."""
    changes = contents.lately(today - timedelta(days=DAYS), scope)
    if not changes:
        dated = contents.lately(date.min, scope)
        key = "lately-nothing" if dated else "lately-undated"
        return notice_message(words.say(key, days=DAYS))
    lines = [*_lines(changes, words)]
    sizes = accumulate(said_bytes(line.said) + 1 for line, _ in lines)
    shown = lines[: sum(1 for _ in takewhile(lambda size: size <= SAID_BYTES, sizes))]
    left = len(changes) - sum(told for _, told in shown)
    more = [_line(Prose(words.say("lately-more", count=left)))] if left else []
    title = _line(_strong(words.say("lately-since", days=DAYS)))
    return message_of([title, *(line for line, _ in shown), *more])


def _lines(changes: Sequence[Change], words: Words) -> Iterator[tuple[Line, int]]:
    """Yield each day and what changed on it, a line each, with how many sections it tells of."""
    for day, group in groupby(changes, key=lambda change: change[1].updated):
        yield _line(_strong(words.say("lately-day", day=day))), 0
        for _, of_page in groupby(group, key=lambda change: change[0].path):
            sections = list(of_page)
            for page, entry in sections[:PAGE_SECTIONS]:
                yield _line(changed(page, entry)), 1
            if further := len(sections[PAGE_SECTIONS:]):
                yield _line(Prose(INDENT + words.say("lately-page-more", count=further))), further


def _strong(text: str) -> Prose:
    return Prose(text, (Mark(0, len(text), MarkKind.STRONG),))


def _line(prose: Prose) -> Line:
    line, *_ = lines_of(Written(prose))
    return line
