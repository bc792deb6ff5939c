"""Where the tests find the real handbooks, questions and deep links: beside the repository."""  # noqa: INP001 - tests/ itself is no package

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Data that nobody here wrote; it is not part of the repository."""


def shared(path: str) -> Path:
    """Return a file or folder of the shared data; the test is skipped where it is missing."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the shared test data has no {path}")
    return found
