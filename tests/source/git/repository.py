"""Real repositories for tests: nothing of this computer's settings, every date given."""

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from index.handbook import Choices, read_handbook
from index.reading.page import Section

KB = "kb@os2.example"
NO_EDITORS: Mapping[str, str] = {}


def git(folder: Path, *arguments: str, day: str = "2026-01-01", author: str = KB) -> str:
    """Run git in a folder, on a day (at noon, or at a time of it), as an author."""
    when = day if "T" in day else f"{day}T12:00:00+0100"
    env = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Kim Hansen" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": author for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": when for who in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(  # noqa: S603 - fixed words, no shell
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is where PATH says
        env=env,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode("utf-8", "surrogateescape")


def new_repository(folder: Path) -> Path:
    """Make an empty repository on the branch `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", ".")
    return folder


def commit(
    folder: Path, day: str, files: Mapping[str, str | None] | None = None, author: str = KB
) -> str:
    """Write files (None takes one away), commit everything, and return the commit's id."""
    for name, text in (files or {}).items():
        file = folder / name
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x", day=day, author=author)
    return git(folder, "rev-parse", "HEAD").strip()


def sections(place: Path, editors: Mapping[str, str] = NO_EDITORS) -> dict[str, Section]:
    """Return the sections of a handbook by their headings."""
    pages = read_handbook(str(place), Choices(editors=editors)).pages
    return {section.heading: section for page in pages for section in page.sections}


def days(place: Path) -> dict[str, str | None]:
    """Return when each section was last changed, by its heading, as month and day of 2026."""
    return {heading: _short(section.updated) for heading, section in sections(place).items()}


def _short(day: date | None) -> str | None:
    return day.isoformat().removeprefix("2026-") if day else None
