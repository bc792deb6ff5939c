"""What can be seen of a folder without reading its pages: whether anything is other than before."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from index.source.folder import FolderTree
from index.source.git.codeowners import PLACES
from index.source.git.command import git_text
from index.source.git.repository import IGNORED_REVISIONS, find_repository
from index.source.settings_files import read_settings_files


@dataclass(frozen=True, slots=True)
class Glance:
    """A folder at one moment."""

    identity: str
    """A digest that is another when an answer could be."""
    made: datetime | None
    """When its newest file was written; None for no files."""
    touched: float
    """When anything in it was last written, renamed or removed, as `time.time` counts."""


def glance(tree: FolderTree) -> Glance:
    """Look at a folder once.

    Raises:
        HandbookUnreadableError: when there is no such folder, or it may not be listed.
    """
    listing = tree.listing()
    root = str(tree.root)
    digest = blake2b(repr(listing.notices).encode(), digest_size=16)
    written = touched = 0
    for path in listing.paths:
        facts = _facts(f"{root}/{path}")
        digest.update(os.fsencode(f"{path}\n{facts}\n"))
        if facts:
            written, touched = max(written, facts[1]), max(touched, facts[2])
    for path in _folders(listing.paths):
        facts = _facts(f"{root}/{path}")
        touched = max(touched, facts[2] if facts else 0)
    digest.update(repr(read_settings_files(tree)).encode("utf-8", "surrogatepass"))
    digest.update(_around(tree.root))
    return Glance(digest.hexdigest(), _moment(written), touched / 1e9)


def is_locked(folder: Path) -> bool:
    """Tell whether git is at work in the repository around a folder: a pull, a checkout."""
    lock = git_text(folder, "rev-parse", "--git-path", "index.lock")
    return bool(lock) and (folder / lock).exists()


def _facts(path: str) -> tuple[int, int, int] | None:
    """Return size and times of a file, None for one that has gone meanwhile."""
    try:
        found = os.stat(path)  # noqa: PTH116 - ten thousand times at each look
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _folders(paths: Iterable[str]) -> set[str]:
    """Return all folders on the way to the files."""
    parents = {path.rpartition("/")[0] for path in paths}
    return {
        "",
        *parents,
        *(str(above) for path in parents for above in PurePosixPath(path).parents),
    }


def _around(folder: Path) -> bytes:
    """Return what the repository around the folder adds to the answers: dates, owners, links."""
    repository = find_repository(folder)
    if repository is None:
        return b""
    files = (*PLACES, IGNORED_REVISIONS)
    facts = [_facts(f"{repository.root}/{name}") for name in files]
    return os.fsencode(f"{repository.commit} {repository.branch} {facts}")


def _moment(nanoseconds: int) -> datetime | None:
    """Return a file's time; None for none, and for one that no calendar has."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(nanoseconds / 1e9, UTC) if nanoseconds else None
    return None
