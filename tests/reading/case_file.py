"""Cases kept as Markdown files: title, input and expected, each ended by a line of dots.

An input is one page, or several files, each below a line `==> path`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = "page.md"
"""The file that an input without file names is written to."""

_DOTS = re.compile(r"^\.{4,}\n", re.MULTILINE)
_FILE = re.compile(r"^==> (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file."""

    name: str
    """The file's name and the case's title."""
    given: str
    """The input as it stands."""
    expected: str
    """What has to come out, without the line end at its end."""

    def write(self, folder: Path) -> Path:
        """Write the input's files below `folder` and return it."""
        for path, text in _files(self.given).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return folder


def cases(folder: Path) -> list[Case]:
    """Return every case of every Markdown file in `folder`.

    Raises:
        ValueError: for a file whose last case is not complete.
    """
    return [case for file in sorted(folder.glob("*.md")) for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    *parts, rest = _DOTS.split(file.read_text(encoding="utf-8"))
    if rest.strip() or len(parts) % 3:
        raise ValueError(f"{file.name} ends inside a case: {rest[:80]!r}")
    for title, given, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        name = f"{file.stem}: {title.strip()}"
        yield Case(name, given, expected.removesuffix("\n"))


def _files(given: str) -> dict[str, str]:
    lead, *rest = _FILE.split(given)
    if not rest:
        return {PAGE: given}
    if lead.strip():
        raise ValueError(f"text above the first file name: {lead[:80]!r}")
    return dict(zip(rest[::2], rest[1::2], strict=True))
