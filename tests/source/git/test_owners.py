"""Who answers for a section: its page, else CODEOWNERS, else the role of its last editor."""

from pathlib import Path

import pytest

from tests.source.git.repository import KB, commit, git, new_repository, sections

GITHUB = "git@github.com:os/hb.git"
GITLAB = "git@gitlab.com:os/hb.git"
GITEA = "git@codeberg.org:os/hb.git"


def owner(folder: Path, rules: str, path: str, remote: str = GITHUB) -> str | None:
    """Return who owns a page by CODEOWNERS on a host."""
    new_repository(folder)
    git(folder, "remote", "add", "origin", remote)
    commit(folder, "2026-01-01", {"CODEOWNERS": rules, path: "# Løn\n"})
    return sections(folder)["Løn"].owner


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("* @os/hr", "a/b.md", "@os/hr"),
        ("* @os/hr @kim kb@os2.example", "a.md", "@os/hr, @kim, kb@os2.example"),
        ("* @os/hr # for all\n# *.md @no\n\n", "a.md", "@os/hr"),
        ("* @os/hr\n*.md @os/kb", "x/a.md", "@os/kb"),
        ("*.md @os/kb\n* @os/hr", "x/a.md", "@os/hr"),
        ("*.txt @os/kb", "a.md", None),
        ("* @os/hr\n/docs/\n", "docs/a.md", None),
        ("/docs/ @os/hr", "docs/x/a.md", "@os/hr"),
        ("/docs/ @os/hr", "x/docs/a.md", None),
        ("docs/ @os/hr", "x/docs/y/a.md", "@os/hr"),
        ("docs @os/hr", "x/docs/y/a.md", "@os/hr"),
        ("/docs @os/hr", "docs/y/a.md", "@os/hr"),
        ("docs/* @os/hr", "docs/a.md", "@os/hr"),
        ("docs/* @os/hr", "docs/x/a.md", None),
        ("docs/*.md @os/hr", "x/docs/a.md", None),
        ("docs/**/a.md @os/hr", "docs/a.md", "@os/hr"),
        ("docs/**/a.md @os/hr", "docs/x/y/a.md", "@os/hr"),
        ("docs/** @os/hr", "docs/x/y/a.md", "@os/hr"),
        ("**/løn/ @os/hr", "docs/løn/a.md", "@os/hr"),
        ("/a.md @os/hr", "x/a.md", None),
        ("a.md/ @os/hr", "a.md", None),
        ("doc?/a.md @os/hr", "docs/a.md", "@os/hr"),
        ("a\\ b.md @os/hr", "a b.md", "@os/hr"),
        ("!a.md @os/hr", "a.md", None),
        ("[a].md @os/hr", "a.md", None),
        ("*.MD @os/hr", "a.md", None),
        ("* nobody", "a.md", None),
        ("/ @os/hr", "a.md", None),
        ("\\", "a.md", None),
    ],
)
def test_rules_of_github(tmp_path: Path, rules: str, path: str, expected: str | None) -> None:
    """The last line that fits a page says who answers for it, as it is written."""
    assert owner(tmp_path, rules, path) == expected


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("* @os\n[Løn]\n*.md @hr\n[Web] @web\ndocs/", "docs/a.md", "@os, @hr, @web"),
        ("[Løn][2] @hr\n*.md\na.md @kim", "a.md", "@kim"),
        ("^[Løn] @hr @os\n*.md", "a.md", "@hr, @os"),
        ("[A]\n*.md @hr\n[B]\n*.md @web\n[a]\na.md @kim", "a.md", "@kim, @web"),
        ("[A]\n!a.md\n*.md @hr", "a.md", None),
        ("docs/a.md @hr", "x/docs/a.md", "@hr"),
        ("/docs/a.md @hr", "x/docs/a.md", None),
        ("/docs/* @hr", "docs/x/a.md", None),
        ("/docs/**/*.md @hr", "docs/x/a.md", "@hr"),
        ("docs @hr", "docs/a.md", None),
        ("/config/ @@maintainer", "config/a.md", "@@maintainer"),
    ],
)
def test_rules_of_gitlab(tmp_path: Path, rules: str, path: str, expected: str | None) -> None:
    """Each section of GitLab's names owners, its own where a line has none."""
    assert owner(tmp_path, rules, path, GITLAB) == expected


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        (".* @os", "docs/a.md", "@os"),
        ("docs/.*\\\\.md @os @hr\n.* @web", "docs/x/a.md", "@os, @hr, @web"),
        ("docs/.*\\\\.md @os", "docs/amd.md/x.markdown", None),
        ("!docs/.* @os", "a.md", "@os"),
        ("!docs/.* @os", "docs/a.md", None),
        ("docs/(a|b).md @os\n.* @web", "docs/a.md", "@web"),
        ("(a+)+$ @os", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md", None),
        ("a.md @os", "x/a.md", None),
    ],
)
def test_rules_of_gitea(tmp_path: Path, rules: str, path: str, expected: str | None) -> None:
    """Gitea's lines are simple regular expressions for the whole path, and all that fit count."""
    assert owner(tmp_path, rules, path, GITEA) == expected


def test_first_place_counts(tmp_path: Path) -> None:
    """Of several files the first one in the hosts' order counts."""
    folder = new_repository(tmp_path)
    commit(folder, "2026-01-01", {"a.md": "# Løn\n", "docs/CODEOWNERS": "* @docs\n"})
    assert sections(folder)["Løn"].owner == "@docs"
    commit(folder, "2026-01-02", {"CODEOWNERS": "* @root\n"})
    assert sections(folder)["Løn"].owner == "@root"
    commit(folder, "2026-01-03", {".github/CODEOWNERS": "* @github\n"})
    assert sections(folder)["Løn"].owner == "@github"


def test_page_names_its_owner(tmp_path: Path) -> None:
    """The front matter wins over CODEOWNERS, that over the roles of editors."""
    folder = new_repository(tmp_path)
    page = {"a.md": "---\nowner: Ida\n---\n# Løn\n", "b.md": "# Ferie\n", "c.md": "# Barsel\n"}
    commit(folder, "2026-01-01", {"CODEOWNERS": "/b.md @os/hr\n", **page})
    found = sections(folder, {KB: "Sekretariatet"})
    owners = {heading: section.owner for heading, section in found.items()}
    assert owners == {"Løn": "Ida", "Ferie": "@os/hr", "Barsel": "Sekretariatet"}


@pytest.mark.parametrize(
    ("editors", "expected"),
    [
        ({}, (None, None)),
        ({"kb@os2.example": "Sekretariatet"}, ("Sekretariatet", "Sekretariatet")),
        ({"hr@os2.example": "HR"}, (None, "HR")),
        ({"OS2.example": "Redaktionen"}, ("Redaktionen", "Redaktionen")),
        ({"@os2.example": "Alle", "HR@os2.example": "HR"}, ("Alle", "HR")),
        ({"example": "Nobody", "s2.example": "Nobody"}, (None, None)),
    ],
)
def test_last_editor_by_role(
    tmp_path: Path, editors: dict[str, str], expected: tuple[str | None, str | None]
) -> None:
    """The role is that of the newest change among those with a role, by address or domain."""
    folder = new_repository(tmp_path)
    page = "# Løn\n\na\nb\n\n# Ferie\n\nc\nd\n"
    commit(folder, "2026-01-01", {"a.md": page})
    commit(folder, "2026-02-02", {"a.md": page.replace("c", "x")}, author="hr@os2.example")
    commit(folder, "2026-03-03", {"a.md": page.replace("c", "x").replace("d", "y")}, "me@home")
    found = sections(folder, editors)
    assert (found["Løn"].owner, found["Ferie"].owner) == expected
