"""A repository that somebody else made can make git do nothing but read."""

import os
from pathlib import Path

import pytest

from tests.source.git.repository import commit, days, git, new_repository, sections

PAGE = "# A\n\na\n\n# B\n\nb\n\n# C\n\nc\n\n# D\n\nd\n"
SIGNED = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n\n"
SETTINGS = (
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "core.editor",
    "core.askPass",
    "pager.log",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "credential.helper",
    "alias.log",
    "remote.origin.uploadpack",
)
CHANGED = PAGE.replace("b\n", "x\n").replace("d\n", "y\n")
DAYS: dict[str, str | None] = {"A": "01-01", "B": "02-02", "C": "01-01", "D": "02-02"}
FORMS = {
    "log.showSignature": "true",
    "log.showRoot": "false",
    "log.decorate": "full",
    "log.diffMerges": "off",
    "format.pretty": "oneline",
    "color.ui": "always",
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.context": "9",
    "diff.interHunkContext": "9",
    "diff.algorithm": "patience",
    "diff.renames": "false",
    "diff.relative": "true",
    "diff.suppressBlankEmpty": "true",
    "core.quotePath": "true",
    "notes.displayRef": "refs/notes/*",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a page of which two sections were changed, and which then was moved."""
    folder = new_repository(tmp_path / "hb")
    commit(folder, "2026-01-01", {"å.md": PAGE})
    commit(folder, "2026-02-02", {"å.md": CHANGED})
    git(folder, "mv", "å.md", "æ.md")
    commit(folder, "2026-03-03")
    return folder


def test_no_program_is_run(repository: Path, tmp_path: Path) -> None:
    """No program that the repository's settings, attributes or hooks name is ever started."""
    ran = tmp_path / "ran"
    evil = tmp_path / "evil"
    evil.write_text(f'#!/bin/sh\necho "$0 $@" >> {ran}\ncat\n', encoding="utf-8")
    evil.chmod(0o755)
    git(repository, "notes", "add", "--message=commit 00", "HEAD")
    commit(repository, "2026-03-04", {".gitattributes": "*.md diff=evil filter=evil\n"})
    for hook in ("post-index-change", "reference-transaction", "pre-commit", "post-checkout"):
        (repository / ".git" / "hooks" / hook).symlink_to(evil)
    for name in SETTINGS:
        git(repository, "config", name, f"!{evil}" if name == "alias.log" else str(evil))
    for name, value in FORMS.items():
        git(repository, "config", name, value)
    git(repository, "config", "remote.origin.url", f"ext::{evil}")
    signed = git(repository, "cat-file", "commit", "HEAD").replace("\n\n", f"\n{SIGNED}", 1)
    (repository / "signed").write_text(signed, encoding="utf-8")
    identity = git(repository, "hash-object", "-t", "commit", "-w", "--no-filters", "signed")
    git(repository, "update-ref", "refs/heads/main", identity.strip())
    ran.unlink(missing_ok=True)
    (repository / "æ.md").write_text(f"{CHANGED}\n# E\n", encoding="utf-8")
    assert days(repository) == {**DAYS, "E": None}
    assert not ran.exists(), ran.read_text(encoding="utf-8")


def test_what_is_missing_is_not_fetched(repository: Path, tmp_path: Path) -> None:
    """A partial clone would fetch what it lacks, by a program that its settings name."""
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{repository}", "clone")
    ran = tmp_path / "ran"
    clone = tmp_path / "clone"
    git(clone, "config", "remote.origin.uploadpack", f"touch {ran};git-upload-pack")
    for protocol in ("protocol.allow", "protocol.file.allow"):
        git(clone, "config", protocol, "always")
    assert set(days(clone).values()) == {None}
    assert not ran.exists()


def test_environment_does_not_lead_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this process's environment says to git is not said to ours."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert days(repository) == DAYS


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_repository_of_somebody_else(repository: Path) -> None:
    """A handbook that is mounted into a container belongs to another user, and is read."""
    for folder, _, files in os.walk(repository):
        for path in (folder, *(f"{folder}/{file}" for file in files)):
            os.lchown(path, 4711, 4711)
    assert days(repository) == DAYS


@pytest.mark.parametrize("name", ["CODEOWNERS", ".git-blame-ignore-revs"])
def test_file_that_never_ends(repository: Path, name: str) -> None:
    """A file of a known name that is no file is not read."""
    (repository / name).symlink_to("/dev/zero")
    assert sections(repository)["A"].owner is None


def test_names_and_messages_that_look_like_git(tmp_path: Path) -> None:
    """Text of commits and pages that looks like git's own output is text."""
    folder = new_repository(tmp_path)
    odd = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,9 +1,9 @@\ncommit 0123\n"
    commit(folder, "2026-01-01", {"a.md": f"# A\n\n{odd}\n# B\n\nb", "+++ b.md": "# C\n"})
    (folder / "message").write_text(odd, encoding="utf-8")
    commit(folder, "2026-02-02", {"a.md": f"# A\n\n{odd}x\n\n# B\n\nb", "+++ b.md": "# C\n\n# D"})
    git(folder, "commit", "--quiet", "--amend", "--file=message", day="2026-03-03")
    assert days(folder) == {"C": "01-01", "D": "03-03", "A": "03-03", "B": "01-01"}
