"""What the case files say of the check, rule by rule."""

from pathlib import Path

import pytest

from index.check.finding import Rule
from tests.check.findings import findings, stated
from tests.reading.case_file import Case, cases

HERE = Path(__file__).parent / "cases"
ELSEWHERE = {Rule.LEFT_OUT, Rule.LONG_SECTION}
"""Rules whose cases are no text that a case file can hold: see `test_limits`."""


def _name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", cases(HERE), ids=_name)
def test_case(case: Case, tmp_path: Path) -> None:
    """The case's handbook has these findings and no others."""
    found = [stated(finding) for finding in findings(case.write(tmp_path))]
    assert found == [line for line in case.expected.split("\n") if line]


def test_every_rule_has_a_case() -> None:
    """No rule is without a case that it finds, and each case has a title of its own."""
    every = cases(HERE)
    names = [case.name for case in every]
    assert sorted(names) == sorted(set(names))
    told = " ".join(case.expected for case in every)
    assert {rule for rule in Rule if f" {rule}" not in told} == ELSEWHERE
