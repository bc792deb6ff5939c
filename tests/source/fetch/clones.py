"""Clones of repositories that tests make."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from index.source.fetch.clone import CloneOrigin
from index.source.fetch.fetched import Fetched, unheard
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import CloneLocation
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

NO_TOKEN = SecretStr("")


def origin(
    place: CloneLocation,
    folder: Path,
    token: SecretStr = NO_TOKEN,
    limits: FetchLimits = FETCH_LIMITS,
) -> CloneOrigin:
    """Return what fetches from a place."""
    return CloneOrigin(place, token, folder, limits)


def looked(clone: CloneOrigin, known: Fetched | None = None) -> Fetched:
    """Return what a look finds."""
    return clone.look(known, unheard).fetched


def taken(clone: CloneOrigin, known: Fetched | None = None) -> Fetched:
    """Return what a look finds, and keep it."""
    fetched = looked(clone, known)
    clone.keep(fetched)
    return fetched


def refused(clone: CloneOrigin, problem: PlaceProblem) -> HandbookUnreadableError:
    """Look, and return the error, which must be of this problem."""
    with pytest.raises(HandbookUnreadableError) as raised:
        looked(clone)
    assert raised.value.problem is problem, raised.value.detail
    return raised.value


def files(fetched: Fetched) -> dict[str, bytes]:
    """Return what a revision's files hold, by their paths."""
    root = fetched.root
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {str(path): (root / path).read_bytes() for path in found if path.parts[0] != ".git"}


def everything_below(folder: Path) -> bytes:
    """Return what all files below a folder hold."""
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
