"""What no case file can hold: lengths, bytes, notices, and when a text was written."""

from pathlib import Path

import pytest

from index.check.check import check_handbook
from index.check.finding import Rule
from index.check.rules.long_sections import SECTION_CHARACTERS
from index.handbook import read_handbook
from index.source.document import Notice, NoticeKind
from index.source.limits import PAGE_BYTES
from tests.check.findings import TODAY, findings, stated
from tests.source.git.repository import commit, new_repository
from tests.terminal.pages import BINARY, write


def test_a_section_longer_than_the_limit(tmp_path: Path) -> None:
    """A section is too long from one character above the limit on, and its length is told."""
    lengths = {"fits": SECTION_CHARACTERS, "long": SECTION_CHARACTERS + 1}
    for name, length in lengths.items():
        write(
            tmp_path, **{name: f"# {name}\n\n[a](fits.md) [b](long.md)\n\n## L\n\n{'y' * length}\n"}
        )
    (found,) = findings(tmp_path)
    assert found.rule is Rule.LONG_SECTION
    assert (found.spot.path, found.spot.line, found.heading) == ("long.md", 5, "L")
    assert found.spot.facts["length"] == SECTION_CHARACTERS + 1


def test_a_file_that_is_left_out(tmp_path: Path) -> None:
    """A file that is no text, or too large, is told as what it is."""
    write(tmp_path, good="# Hej\n\ntekst\n", binary=BINARY, large="x" * (PAGE_BYTES + 1))
    assert [stated(finding) for finding in findings(tmp_path)] == [
        "binary.md left-out (binary)",
        "large.md left-out (too-large): 8.0",
    ]


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_is_told(tmp_path: Path, kind: NoticeKind) -> None:
    """Whatever the source or reading notices is a finding of exactly one rule."""
    handbook = read_handbook(str(write(tmp_path, page="# Hej\n\ntekst\n")))
    notices = [Notice("page.md", kind, "1")]
    found = check_handbook(handbook.source, handbook.reading, notices, TODAY)
    assert [finding.spot.notice for finding in found] == [kind]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """A file in Windows-1252 is told, since a site shows its letters damaged."""
    write(tmp_path, page="# Løn\n\nLøn og tillæg\n".encode("cp1252"))
    assert [stated(finding) for finding in findings(tmp_path)] == [
        "page.md damaged-letters (not-utf8): Windows-1252"
    ]


def test_text_written_after_its_review_date(tmp_path: Path) -> None:
    """A page is overdue while some of its text is older than the date, and not when all is new."""
    page = "---\ntitle: A\nreview_by: 2026-01-02\n---\n## A\n\nold\n\n## B\n\nold\n"
    repository = new_repository(tmp_path)
    for day, text, rules in (
        ("2025-01-01", page, [Rule.REVIEW_OVERDUE]),
        ("2026-02-01", page.replace("old", "new", 1), [Rule.REVIEW_OVERDUE]),
        ("2026-03-01", page.replace("old", "new").replace("##", "###"), []),
    ):
        commit(repository, day, {"a.md": text})
        assert [finding.rule for finding in findings(repository)] == rules
