"""Handbooks that others wrote: read where they lie beside this repository, never copied."""

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "content"
SHARED = REPOSITORY.parent / "shared"
OS2 = SHARED / "handbooks" / "os2"
EIGHTEEN_F = SHARED / "handbooks" / "18f" / "pages"
QUESTIONS = SHARED / "questions"


def at_hand(place: Path) -> Path:
    """Return the place, or leave the test out where it is missing."""
    if not place.exists():
        pytest.skip(f"{place.relative_to(REPOSITORY.parent)} does not lie beside the repository")
    return place
