"""How often git is started, and for how long it may run."""

import shutil
from pathlib import Path

import pytest

from index.source.git import command
from tests.source.git.repository import commit, git, new_repository, sections

SCRIPT = """#!/bin/sh
echo "$*" >> {log}
case " $* " in *" {stuck} "*) exec sleep 60 ;; esac
exec {git} "$@"
"""


def watched(folder: Path, monkeypatch: pytest.MonkeyPatch, stuck: str = "-") -> Path:
    """Put a git before the real one that writes down what it is asked, and may get stuck."""
    log = folder / "log"
    script = folder / "bin" / "git"
    script.parent.mkdir()
    script.write_text(SCRIPT.format(log=log, stuck=stuck, git=shutil.which("git")))
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:/usr/bin:/bin")
    return log


def test_folder_without_a_repository_asks_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a folder is no repository, git is asked once, however many pages there are."""
    folder = tmp_path / "hb"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.md").write_text(f"# A{number}\n", encoding="utf-8")
    log = watched(tmp_path, monkeypatch)
    assert {section.updated for section in sections(folder).values()} == {None}
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1


def test_one_history_for_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many processes there are does not depend on how many pages and commits there are."""
    folder = new_repository(tmp_path / "hb")
    for number in range(9):
        commit(folder, f"2026-01-0{number + 1}", {f"{number}.md": f"# A{number}\n"})
        (folder / f"{number}.md").write_text(f"# A{number}\n\nchanged\n", encoding="utf-8")
    log = watched(tmp_path, monkeypatch)
    assert None not in {section.updated for section in sections(folder).values()}
    asked = log.read_text(encoding="utf-8").splitlines()
    assert len(asked) == len(("rev-parse", "ls-tree", "cat-file", "log", "remote"))


@pytest.mark.parametrize("stuck", ["log", "ls-tree", "rev-parse", "remote", "cat-file"])
def test_git_that_gets_stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stuck: str) -> None:
    """A git that does not answer is stopped, and what it would have said is not known."""
    folder = new_repository(tmp_path / "hb")
    git(folder, "remote", "add", "origin", "git@github.com:os/hb.git")
    commit(folder, "2026-01-01", {"a.md": "# A\n", "b.md": "# B\n"})
    (folder / "b.md").write_text("# B\n\nchanged\n", encoding="utf-8")
    watched(tmp_path, monkeypatch, stuck)
    monkeypatch.setattr(command, "SECONDS", 0.5)
    monkeypatch.setattr(command, "HISTORY_SECONDS", 0.5)
    found = sections(folder)
    known = stuck in ("remote", "cat-file")
    assert (found["A"].updated is not None) is known
    assert (found["A"].source.edit != "") is (stuck in ("log", "cat-file"))
