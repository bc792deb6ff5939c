"""`handbook doctor`: what the checks found, for a person and for other programs.

The form of the JSON is stated in docs/commands.md.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

from bot.diagnosis.finding import Checked, Finding, Level, worst
from bot.wording.catalogue import Words
from index.reading.plain import INDENT

SIGNS: Final = {Level.OK: "✓", Level.WARNING: "!", Level.WRONG: "✗"}
"""Beside the word, for the eye that runs down the page."""

_STYLES: Final = {Level.OK: "green", Level.WARNING: "yellow", Level.WRONG: "bold red"}


def show_diagnosis(checked: Iterable[Checked], words: Words, out: Console) -> Level:
    """Print each finding as it comes, and return the worst level of all."""
    findings: list[Finding] = []
    for subject, those in groupby(checked, key=lambda one: one.subject):
        out.print(Text(words.say(f"doctor-subject-{subject}"), style="bold"))
        for one in those:
            _show(one.finding, words, out)
            findings.append(one.finding)
        out.print()
    level = worst(findings)
    out.print(Text(_conclusion(findings, words), style=_STYLES[level]))
    return level


def diagnosis_json(checked: Sequence[Checked], words: Words, out: TextIO) -> Level:
    """Print all findings as one JSON object, and return the worst level of all."""
    level = worst(one.finding for one in checked)
    found = {
        "well": level is not Level.WRONG,
        "checks": [_as_json(one, words) for one in checked],
    }
    out.write(json.dumps(found, ensure_ascii=False, indent=2, default=_moment) + "\n")
    return level


def _show(finding: Finding, words: Words, out: Console) -> None:
    level = f"{SIGNS[finding.level]} {words.say(f'doctor-level-{finding.level}')}"
    out.print(Text.assemble(INDENT, (level, _STYLES[finding.level]), INDENT, finding.said(words)))


def _conclusion(findings: Sequence[Finding], words: Words) -> str:
    counts = Counter(finding.level for finding in findings)
    if counts[Level.WRONG]:
        return words.say("doctor-wrong", count=counts[Level.WRONG])
    return words.say("doctor-well", count=counts[Level.WARNING])


def _as_json(checked: Checked, words: Words) -> dict[str, object]:
    finding = checked.finding
    return {
        "subject": str(checked.subject),
        "level": str(finding.level),
        "id": finding.sentences[0].key,
        "said": finding.said(words),
        "facts": dict(finding.facts),
    }


def _moment(fact: object) -> str:
    return fact.isoformat() if isinstance(fact, datetime) else str(fact)
