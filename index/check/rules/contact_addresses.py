"""Contacts that nobody can reach."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot
from index.check.written import OBJECT, WrittenTable, WrittenText
from index.reading.plain import plain_text

_CONTACT = r"(?:kontakt(?:person(?:er)?|oplysninger)?|contacts?(?:\s(?:person|people|details))?)"
_COLUMN = re.compile(rf"\W*{_CONTACT}\W*", re.IGNORECASE)
_LABEL = re.compile(rf"\W*{_CONTACT}\s*:\s*(\w.*)", re.IGNORECASE)
_HEADING = re.compile(
    r"\W*(?:kontakt(?:personer|oplysninger|\s+os)?|contacts?(?:\s(?:people|details|us))?)\W*",
    re.IGNORECASE,
)
_NAME_WORDS = 6
"""What stands after "Kontakt:" is a name or an office up to so many words, else a sentence."""
_REACHED = re.compile(
    r"\w@\w|(?<!\w)[@#]\w|https?://|www\.|\d[\s.-]?\d[\s.-]?\d"
    r"|\b(?:kanal(?:en)?|channel)\b",
    re.IGNORECASE,
)
"""A mail address, a name or channel in chat, a web address, a number to call."""
_NOBODY = frozenset({"ja", "nej", "yes", "no", "ingen", "none", "n/a"})


def contact_addresses(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each contact that has no mail address, number, channel or link beside it."""
    for page in handbook.pages:
        rows = [spot for table in page.written.tables for spot in _in_table(page, table)]
        labels = [spot for text in page.written.texts for spot in _labelled(page, text)]
        yield from rows
        yield from labels
        yield from _sections(page, {spot.line or 0 for spot in (*rows, *labels)})


def _in_table(page: CheckedPage, table: WrittenTable) -> Iterator[Spot]:
    """Yield the rows whose contact cannot be reached, of a table that has such a column."""
    for number, name in enumerate(table.header):
        if not _COLUMN.fullmatch(_joined(name)):
            continue
        for row in table.rows:
            contact = _joined(row[number]).strip() if number < len(row) else ""
            named = sum(map(str.isalpha, contact)) > 1 and contact.lower() not in _NOBODY
            if named and not any(_reached(cell) for cell in row):
                yield Spot(page.path, row[number].line, {"contact": contact})


def _labelled(page: CheckedPage, text: WrittenText) -> Iterator[Spot]:
    for number, row in enumerate(text.rows):
        match = _LABEL.fullmatch(row)
        named = match is not None and match[1][0].isupper()
        if match and named and len(match[1].split()) <= _NAME_WORDS and not _reached(text):
            yield Spot(page.path, text.line + number, {"contact": match[1].strip()})


def _sections(page: CheckedPage, told: set[int]) -> Iterator[Spot]:
    """Yield the headings that promise a contact and have no way to reach one below them."""
    sections = page.page.sections
    texts = sorted(page.written.texts, key=_line)
    for number, section in enumerate(sections):
        if not _HEADING.fullmatch(section.heading) or not section.level:
            continue
        end = next(
            (other.line for other in sections[number + 1 :] if other.level <= section.level),
            len(page.lines) + 1,
        )
        first, last = (bisect_left(texts, line, key=_line) for line in (section.line, end))
        reached = any(_reached(text) for text in texts[first:last])
        if plain_text(section.blocks) and not reached and told.isdisjoint(range(section.line, end)):
            yield Spot(page.path, section.line, {"contact": section.heading})


def _line(text: WrittenText) -> int:
    return text.line


def _joined(text: WrittenText) -> str:
    return " ".join(text.rows)


def _reached(text: WrittenText) -> bool:
    shown = _joined(text)
    return bool(text.hrefs) or OBJECT in shown or _REACHED.search(shown) is not None
