"""A page whose section `Løn` is linked to."""

from dataclasses import astuple
from pathlib import Path

from tests.source.git.repository import git, sections

PAGE = "# Hej\n\nVelkommen.\n\n## Løn\n\nDen 25.\n\nHver måned.\n"
FILE = "docs%20%C3%A6/a%20b.md"
GITHUB = "https://github.com/os/hb"


def links(repository: Path, remote: str = "git@github.com:os/hb.git") -> tuple[str, str, str]:
    """Return the addresses of the section `Løn`, the commit's id as SHA, for a remote."""
    if "origin" not in git(repository, "remote"):
        git(repository, "remote", "add", "origin", remote)
    sha = git(repository, "rev-parse", "HEAD").strip()
    view, edit, permalink = astuple(sections(repository)["Løn"].source)
    return view, edit, permalink.replace(sha, "SHA")
