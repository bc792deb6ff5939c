"""A handbook's findings, as the case files and the tests of whole handbooks state them."""

from datetime import date
from pathlib import Path
from typing import Final

from index.check.check import check_handbook
from index.check.finding import Finding
from index.handbook import Choices, read_handbook

TODAY: Final = date(2026, 11, 25)
"""The day on which every handbook of the tests is checked."""


def findings(place: Path, generator: str = "") -> tuple[Finding, ...]:
    """Read the handbook at `place` and return what is wrong with it."""
    handbook = read_handbook(str(place), Choices(generator=generator))
    return check_handbook(handbook.source, handbook.reading, handbook.notices, TODAY)


def stated(finding: Finding) -> str:
    """Return a finding in one line: place, rule, facts, and what would be right."""
    spot = finding.spot
    where = f"{spot.path}:{spot.line}" if spot.line else spot.path
    facts = " | ".join(str(fact) for fact in spot.facts.values())
    said = f"{where} {finding.rule}" + (f" ({spot.notice})" if spot.notice else "")
    return (
        said
        + (f": {facts}" if facts else "")
        + (f" -> {spot.suggestion}" if spot.suggestion else "")
    )
