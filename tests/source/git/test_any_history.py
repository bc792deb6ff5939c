"""Any history: the date of every line is the one that `git blame` finds."""

import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from index.source.git.trace import trace_documents
from tests.source.folders import read_folder
from tests.source.git.histories import History, histories, make
from tests.source.git.repository import git

COMMIT = re.compile(r"([0-9a-f]{40}) \d+ \d+")


def blamed(folder: Path, path: str) -> list[date]:
    """Return the date of each line of a file as git itself finds it."""
    times: dict[str, date] = {}
    found: list[str] = []
    commit = ""
    for line in git(folder, "blame", "--porcelain", "HEAD", "--", path).split("\n"):
        if match := COMMIT.match(line):
            commit = match[1]
        elif line.startswith("committer-time "):
            times[commit] = datetime.fromtimestamp(int(line.split()[1]), UTC).date()
        elif line.startswith("\t"):
            found.append(commit)
    return [times[commit] for commit in found]


def dates(folder: Path) -> list[tuple[str, date | None, date]]:
    """Return for every line its place, the date that we find and the one that git finds."""
    rows: list[tuple[str, date | None, date]] = []
    for document in trace_documents(folder, read_folder(folder).documents, {}):
        assert document.provenance is not None
        # The last line of a file ends it: behind it there is none.
        ours = [change.day if change else None for change in document.provenance.changes[:-1]]
        theirs = blamed(folder, document.path)
        for number, (found, expected) in enumerate(zip(ours, theirs, strict=True), 1):
            rows.append((f"{document.path}:{number}", found, expected))
    return rows


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories(deletions=False))
def test_every_line_is_dated_as_git_blames_it(history: History) -> None:
    """Through edits, renames, branches and merges, each line has the commit that wrote it."""
    with tempfile.TemporaryDirectory() as folder:
        found = dates(make(history, Path(folder)))
    assert [row for row in found if row[1] != row[2]] == []


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories(deletions=True))
def test_no_line_is_older_than_git_blames_it(history: History) -> None:
    """Where lines were taken out, those above are as new as that or as their own commit."""
    with tempfile.TemporaryDirectory() as folder:
        found = dates(make(history, Path(folder)))
    assert [row for row in found if row[1] is None or row[1] < row[2]] == []
