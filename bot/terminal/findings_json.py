"""Findings as the JSON that other programs read; the form is stated in docs/commands.md."""

import json
from collections.abc import Sequence
from typing import TextIO

from bot.terminal.finding_sentence import counts_of, finding_sentence
from bot.wording.catalogue import Words
from index.check.finding import Finding


def findings_json(findings: Sequence[Finding], words: Words, out: TextIO) -> None:
    """Print the findings as one JSON object."""
    found = {
        "findings": [_as_json(finding, words) for finding in findings],
        "counts": {str(level): count for level, count in counts_of(findings).items()},
    }
    out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _as_json(finding: Finding, words: Words) -> dict[str, object]:
    spot = finding.spot
    return {
        "rule": str(finding.rule),
        "level": str(finding.level),
        "page": spot.path,
        "line": spot.line,
        "heading": finding.heading or None,
        "message": finding_sentence(finding, words),
        "suggestion": spot.suggestion or None,
        "facts": dict(spot.facts),
    }
