"""`handbook check`: what is wrong with the handbook, as it was asked for."""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby

from rich.console import Console
from rich.text import Text

from bot.terminal.annotations import annotate
from bot.terminal.finding_sentence import (
    count_sentence,
    file_of,
    finding_sentence,
    suggestion_sentence,
)
from bot.terminal.findings_json import findings_json
from bot.wording.catalogue import Words
from index.check.finding import Finding, Level
from index.reading.plain import INDENT


class Form(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def print_findings(
    form: Form, findings: Sequence[Finding], place: str, words: Words, console: Console
) -> None:
    """Print the findings of the handbook at `place`."""
    match form:
        case Form.JSON:
            findings_json(findings, words, sys.stdout)
        case Form.GITHUB:
            annotate(findings, place, words, sys.stdout)
        case Form.TEXT:
            show_findings(findings, place, words, console)


_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.ADVICE: "cyan"}


def show_findings(findings: Sequence[Finding], place: str, words: Words, console: Console) -> None:
    """Print the findings for a person: page by page, the worst pages first, then the counts."""
    for file, those in groupby(_worst_first(findings), key=lambda finding: finding.spot.path):
        console.print(Text(file or place, style="bold underline"))
        for finding in those:
            _show(finding, place, words, console)
        console.print()
    console.print(Text(count_sentence(findings, words), style="bold"))


def _show(finding: Finding, place: str, words: Words, console: Console) -> None:
    line = f":{finding.spot.line}" if finding.spot.line else ""
    level = (words.say(f"check-level-{finding.level}"), _STYLES[finding.level])
    where = (f"{file_of(finding, place)}{line}", "blue")
    console.print(Text.assemble(INDENT, where, "  ", level, "  ", (str(finding.rule), "dim")))
    console.print(Text(INDENT * 2 + finding_sentence(finding, words)))
    suggestion = suggestion_sentence(finding, words)
    if suggestion:
        console.print(Text(INDENT * 2 + suggestion, style="green"))


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings page by page; a page is as bad as the worst that is on it."""
    levels = tuple(Level)
    pages: dict[str, list[Finding]] = {}
    for finding in findings:
        pages.setdefault(finding.spot.path, []).append(finding)
    for those in pages.values():
        those.sort(key=lambda one: (levels.index(one.level), one.spot.line or 0))
    in_order = sorted(pages.items(), key=lambda page: (levels.index(page[1][0].level), page[0]))
    return [finding for _, those in in_order for finding in those]
