"""Handbooks and questions that others wrote: read beside this repository, never copied."""

from pathlib import Path
from typing import Final

import pytest

REPOSITORY: Final = Path(__file__).resolve().parents[1]
CONTENT: Final = REPOSITORY / "content"
SHARED: Final = REPOSITORY.parent / "shared"
"""Data that nobody here wrote; a user's machine does not have it."""

OS2: Final = SHARED / "handbooks" / "os2"
EIGHTEEN_F: Final = SHARED / "handbooks" / "18f" / "pages"
QUESTIONS: Final = SHARED / "questions"


def shared(path: str) -> Path:
    """Return a file or folder of the shared data, or leave the test out where it is missing."""
    return at_hand(SHARED / path)


def at_hand(place: Path) -> Path:
    """Return the place, or leave the test out where it is missing."""
    if not place.exists():
        pytest.skip(f"{place.relative_to(REPOSITORY.parent)} does not lie beside the repository")
    return place
