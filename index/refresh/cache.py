"""Where on this computer lies what was fetched and built; all of it may be deleted at any time."""

import os
import re
import shutil
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from index.refresh.wanted import Wanted
from index.source.fetch.durable import disk_of
from index.source.unreadable import HandbookUnreadableError

UNUSED_SECONDS: Final = 60 * 24 * 3600.0
"""After two months without use a handbook's folder makes room for others."""

_KEY: Final = re.compile(r"[0-9a-f]{24}")


class CacheBusyError(Exception):
    """Another process is fetching or building for the same handbooks."""


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder of some handbooks that are searched together."""

    folder: Path
    """All of it."""

    @property
    def snapshot(self) -> Path:
        """Where the index is kept."""
        return self.folder / "snapshot"

    @property
    def status(self) -> Path:
        """The file that tells what the last look at each handbook found."""
        return self.folder / "status.json"

    @property
    def told(self) -> Path:
        """The file that remembers which trouble the editors were told of."""
        return self.folder / "told.json"

    def origin(self, wanted: Wanted) -> Path:
        """Return where a handbook's last good revision is kept."""
        return self.folder / "origins" / wanted.key

    @contextmanager
    def lock(self, *, wait: bool) -> Generator[None]:
        """Keep every other process from fetching and building; the system lets go of a dead one's.

        Raises:
            CacheBusyError: when another process is at it and `wait` is not wanted.
            HandbookUnreadableError: NOT_KEPT, when the folder cannot be written.
        """
        file = self.folder / "lock"
        lock = FileLock(file)
        with disk_of(str(self.folder)):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire(blocking=wait)
            except Timeout as error:
                raise CacheBusyError(str(self.folder)) from error
            os.utime(file)
        try:
            yield
        finally:
            lock.release()


def cache_for(root: Path, wanted: Sequence[Wanted]) -> Cache:
    """Return the folder below `root` for these handbooks together."""
    digest = blake2b(digest_size=12)
    for each in wanted:
        digest.update(f"{each.choices.name}\n{each.key}\n".encode())
    return Cache(root / digest.hexdigest())


def tidy(root: Path) -> None:
    """Remove the folders of handbooks that nobody has asked about for long."""
    for lock in root.glob("*/lock"):
        if not _KEY.fullmatch(lock.parent.name):
            continue
        try:
            if time.time() - lock.stat().st_mtime < UNUSED_SECONDS:
                continue
            with Cache(lock.parent).lock(wait=False):
                shutil.rmtree(lock.parent, ignore_errors=True)
        except (OSError, CacheBusyError, HandbookUnreadableError):
            continue
