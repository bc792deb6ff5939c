"""Findings as annotations that GitHub shows beside the lines of a pull request.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands and, for
what is escaped, packages/core/src/command.ts in https://github.com/actions/toolkit
"""

from collections.abc import Mapping, Sequence
from typing import Final, TextIO

from bot.terminal.finding_sentence import (
    count_sentence,
    file_of,
    finding_sentence,
    suggestion_sentence,
)
from bot.wording.catalogue import Words
from index.check.finding import Finding, Level

COMMANDS: Final[Mapping[Level, str]] = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.ADVICE: "notice",
}

_IN_MESSAGES: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES: Final = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def annotate(findings: Sequence[Finding], place: str, words: Words, out: TextIO) -> None:
    """Print one annotation for each finding, then the counts as a line of the log."""
    out.writelines(_annotation(finding, place, words) + "\n" for finding in findings)
    out.write(count_sentence(findings, words) + "\n")


def _annotation(finding: Finding, place: str, words: Words) -> str:
    spot = finding.spot
    properties = {
        "file": file_of(finding, place) if spot.path else "",
        "line": str(spot.line or ""),
        "title": str(finding.rule),
    }
    given = ",".join(
        f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in properties.items() if value
    )
    sentences = (finding_sentence(finding, words), suggestion_sentence(finding, words))
    message = _escaped("\n".join(filter(None, sentences)), _IN_MESSAGES)
    return f"::{COMMANDS[finding.level]} {given}::{message}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
