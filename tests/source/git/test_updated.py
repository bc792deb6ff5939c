"""When a section was last changed: the last commit that touched its lines."""

from datetime import date
from pathlib import Path

import pytest

from index.handbook import read_handbook
from tests.source.git.repository import commit, days, git, new_repository, sections

PAGE = "# A\n\na1\n\na2\n\n# B\n\nb1\nb2\nb3\n\n# C\n\nc1\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with three sections of 1 January."""
    folder = new_repository(tmp_path / "hb")
    commit(folder, "2026-01-01", {"a.md": PAGE})
    return folder


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("b1", "x", "B"),
        ("# B", "# B ", "B"),
        ("c1\n", "c1\n\nx\n", "C"),
        ("c1\n", "c1", "C"),
        ("a2\n", "a2\n\nx\n", "A"),
        ("b2\n", "", "B"),
        ("b3\n", "", "B"),
        ("a2\n\n", "", "A"),
        ("\na2\n", "", "A"),
        ("b1\nb2\nb3\n\n", "", "B"),
        ("# C\n\nc1\n", "", ""),
        ("# B\n\nb1\nb2\nb3\n\n", "", ""),
        ("# B", "# X\n\nx\n\n# B", "X"),
        ("\n# B", "\n\n\n# B", ""),
        ("a2\n\n# B\n\nb1\n", "b1\n", "A"),
    ],
)
def test_change_dates_its_own_section(repository: Path, old: str, new: str, changed: str) -> None:
    """A line put in, changed or taken out dates the section that it stands in, and no other."""
    assert old in PAGE
    commit(repository, "2026-02-02", {"a.md": PAGE.replace(old, new)})
    commit(repository, "2026-03-03", {"b.md": "# Other\n"})
    found = days(repository)
    assert {heading for heading, day in found.items() if day == "02-02"} == set(changed)
    assert found["Other"] == "03-03"
    assert set(found.values()) <= {"01-01", "02-02", "03-03"}


def test_front_matter_dates_no_section(tmp_path: Path) -> None:
    """A change of the settings at the top is no change of the text."""
    new_repository(tmp_path)
    commit(tmp_path, "2026-01-01", {"a.md": "---\ntitle: X\n---\nIntro.\n\n# A\n"})
    commit(tmp_path, "2026-02-02", {"a.md": "---\ntitle: Y\n---\nIntro.\n\n# A\n"})
    assert days(tmp_path) == {"Y": "01-01", "A": "01-01"}


def test_page_that_was_moved(repository: Path) -> None:
    """A page keeps its dates under another name and in another folder, also changed on the way."""
    (repository / "docs").mkdir()
    git(repository, "mv", "a.md", "docs/å b.md")
    commit(repository, "2026-02-02", {"docs/å b.md": PAGE.replace("b1", "x")})
    git(repository, "mv", "docs/å b.md", 'docs/"c\t.md')
    commit(repository, "2026-03-03")
    assert days(repository) == {"A": "01-01", "B": "02-02", "C": "01-01"}
    assert days(repository / "docs") == {"A": "01-01", "B": "02-02", "C": "01-01"}


def test_merge_is_dated_by_what_it_brings(repository: Path) -> None:
    """Each line of a branch has the day of its own commit, and not the day of the merge."""
    git(repository, "checkout", "--quiet", "-b", "side")
    commit(repository, "2026-02-01", {"a.md": PAGE.replace("b2\n", "")})
    commit(repository, "2026-02-02", {"a.md": PAGE.replace("b2\n", "").replace("c1", "x")})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, "2026-02-03", {"a.md": PAGE.replace("a1", "x")})
    git(repository, "merge", "--quiet", "--no-ff", "-m", "m", "side", day="2026-03-03")
    assert days(repository) == {"A": "02-03", "B": "02-01", "C": "02-02"}


def test_merge_that_changes_something_itself(repository: Path) -> None:
    """What neither side had was written with the merge."""
    git(repository, "checkout", "--quiet", "-b", "side")
    commit(repository, "2026-02-01", {"a.md": PAGE.replace("c1", "x")})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, "2026-02-02")
    git(repository, "merge", "--quiet", "--no-ff", "--no-commit", "side", day="2026-03-03")
    commit(repository, "2026-03-03", {"a.md": PAGE.replace("c1", "x").replace("a1", "y")})
    assert days(repository) == {"A": "03-03", "B": "01-01", "C": "02-01"}


def test_what_is_not_committed_has_no_date(repository: Path) -> None:
    """A line of today has no date; its section keeps the one of its other lines."""
    (repository / "a.md").write_text(PAGE.replace("b1", "x") + "\n# D\n", encoding="utf-8")
    (repository / "b.md").write_text("# New\n", encoding="utf-8")
    assert days(repository) == {"A": "01-01", "B": "01-01", "C": "01-01", "D": None, "New": None}


def test_shallow_clone_knows_only_what_it_has(repository: Path, tmp_path: Path) -> None:
    """Where the history of a clone ends, nothing is said of what came before."""
    commit(repository, "2026-02-02", {"a.md": PAGE.replace("a1", "x")})
    commit(repository, "2026-03-03", {"a.md": PAGE.replace("a1", "x").replace("b1", "y")})
    for depth, expected in {"1": (None, None, None), "2": (None, "03-03", None)}.items():
        git(tmp_path, "clone", "-q", "--depth", depth, f"file://{repository}", f"clone{depth}")
        found = days(tmp_path / f"clone{depth}")
        assert tuple(found.values()) == expected


def test_clone_without_old_files(repository: Path, tmp_path: Path) -> None:
    """A clone that would have to fetch what it lacks is not made to: its dates are unknown."""
    commit(repository, "2026-02-02", {"a.md": PAGE.replace("a1", "x")})
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repository}", "clone")
    assert set(days(tmp_path / "clone").values()) == {None}


def test_commits_that_do_not_count(repository: Path) -> None:
    """A commit that only changed the form gives its lines no date."""
    wide = PAGE.replace("b", "b ").replace("c1", "c 1\nc 2").replace("a1", "a1\n\nadded")
    form = commit(repository, "2026-02-02", {"a.md": wide})
    ignored = f"# form\n{form}  # of all pages\n"
    commit(repository, "2026-03-03", {".git-blame-ignore-revs": ignored})
    assert days(repository) == {"A": "01-01", "B": "01-01", "C": "01-01"}


def test_windows_line_ends(tmp_path: Path) -> None:
    """Line ends of Windows, in Git or only on the disk, change nothing."""
    new_repository(tmp_path)
    windows = PAGE.replace("\n", "\r\n")
    commit(tmp_path, "2026-01-01", {"a.md": windows, "b.md": "# D\n\nd1\nd2\n"})
    commit(tmp_path, "2026-02-02", {"a.md": windows.replace("b1", "x"), "b.md": "# D\n\nd1\nx\n"})
    (tmp_path / "b.md").write_bytes(b"# D\r\n\r\nd1\r\nx\r\n")
    assert days(tmp_path) == {"A": "01-01", "B": "02-02", "C": "01-01", "D": "02-02"}


def test_damaged_letters(tmp_path: Path) -> None:
    """Files that are repaired or in other encodings keep the numbers of their lines."""
    new_repository(tmp_path)
    for day, word in (("2026-01-01", "løn"), ("2026-02-02", "ferie")):
        (tmp_path / "a.md").write_bytes(f"# A\n\nfår {word}\n\n# B\n\nfår\n".encode("cp1252"))
        (tmp_path / "b.md").write_bytes(f"# C\n\nSÃ¥dan {word}\n\n# D\n\nfÃ¥r\n".encode())
        (tmp_path / "c.md").write_bytes(f"# E\n\nfår {word}\n\n# F\n\nfår\n".encode("utf-16"))
        commit(tmp_path, day)
    changed, same = "02-02", "01-01"
    assert list(days(tmp_path).values()) == [changed, same] * 3


@pytest.mark.parametrize("time", ["00:15:00+0130", "23:45:00-0830", "23:59:59+0000"])
def test_day_is_the_one_where_it_was_committed(tmp_path: Path, time: str) -> None:
    """The calendar day is that of the person who committed, wherever the reader is."""
    commit(new_repository(tmp_path), f"2026-05-05T{time}", {"a.md": "# A\n"})
    assert days(tmp_path) == {"A": "05-05"}


@pytest.mark.parametrize("seconds", ["0", "99999999999999", "253402300800"])
def test_clock_set_to_nonsense(repository: Path, seconds: str) -> None:
    """A commit of 1970, or of a year that no calendar has, leaves its section's other dates."""
    commit(repository, "2026-02-02", {"a.md": PAGE.replace("b1", "x")})
    raw = git(repository, "cat-file", "commit", "HEAD")
    stamp = next(line for line in raw.splitlines() if line.startswith("committer")).split()[-2]
    (repository / "raw").write_text(raw.replace(stamp, seconds), encoding="utf-8")
    identity = git(repository, "hash-object", "--literally", "-t", "commit", "-w", "raw").strip()
    git(repository, "update-ref", "refs/heads/main", identity)
    found = sections(repository)
    assert (found["A"].updated, found["C"].updated) == (date(2026, 1, 1), date(2026, 1, 1))
    assert found["B"].updated == date(2026, 1, 1)


def test_page_twice(repository: Path) -> None:
    """A page and a link to it have the same dates."""
    (repository / "b.md").symlink_to("a.md")
    commit(repository, "2026-02-02", {"a.md": PAGE.replace("b1", "x")})
    pages = read_handbook(str(repository)).pages
    first, second = ([section.updated for section in page.sections] for page in pages)
    assert first == second


def test_page_without_a_word(repository: Path) -> None:
    """An empty page among others has no section, and takes no other's date."""
    commit(repository, "2026-02-02", {"b.md": "", "c.md": "---\ntitle: C\n---\n"})
    assert {day for day in days(repository).values() if day} == {"01-01"}
