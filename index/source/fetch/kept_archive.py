"""The last good archive on this computer, and those that may follow it.

A folder holds `kept.json`, which names the good one, and a file for each archive. What is written
gets its name once it is whole and on the disk, so that a process that is killed leaves either the
one before or the new one, and at most a part that the next one throws away.
"""

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
from pydantic import AwareDatetime, TypeAdapter

from index.source.fetch.durable import disk_of, give_name, write_durably
from index.source.fetch.fetched import Fetched, Progress
from index.source.fetch.received import Received
from index.source.fetch.session import Session
from index.source.revision import Revision

FORMAT: Final = 1
"""Version of `kept.json`; another one is not read."""
KEPT: Final = "kept.json"
"""Name of the file that names the good archive."""
ARCHIVE_SUFFIX: Final = ".archive"
"""Ending of an archive; what form it has is told by its content."""
PART_SUFFIX: Final = ".part"
"""Ending of what is not whole yet."""

_RECORD_BYTES: Final = 64 * 1024
_IDENTITY: Final = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True)
class KeptArchive:
    """What `kept.json` says of the good archive."""

    place: str
    """Where it was fetched from."""
    identity: str
    """The revision's, in hexadecimal: the archive's name comes of it."""
    made: AwareDatetime | None
    """When the revision was made."""
    validator: str
    """What the host gave to ask with whether it has changed."""
    size: int
    """The archive's bytes."""
    sha256: str
    """Its digest, in hexadecimal."""
    branch: str = ""
    """The branch that readers are led to; empty while none is known."""
    at_tip: bool = False
    """Whether that branch stood at the revision."""
    version: int = FORMAT
    """The form of this record."""

    @property
    def revision(self) -> Revision:
        """The revision that it is."""
        return Revision(self.place, self.identity, self.made)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The archives of one place."""

    folder: Path
    """The folder that they are in; nobody else writes there."""
    place: str
    """Where they are fetched from, as a person would write it."""

    def archive(self, identity: str) -> Path:
        """Return where a revision's archive is, or would be."""
        return self.folder / f"{identity}{ARCHIVE_SUFFIX}"

    def kept(self) -> KeptArchive | None:
        """Return the good archive's record where the archive is whole, None for everything else."""
        record = self._record()
        if record is None:
            return None
        with suppress(OSError):
            archive = self.archive(record.identity)
            if (archive.stat().st_size, _sha256(archive)) == (record.size, record.sha256):
                return record
        return None

    def download(
        self,
        session: Session,
        url: httpx.URL,
        headers: Mapping[str, str],
        progress: Progress,
        identity: str = "",
    ) -> tuple[Path, Received] | None:
        """Download an archive, and name it by its revision, or by its digest; None for unchanged.

        Raises:
            HandbookUnreadableError: when it cannot be had whole; what is here stays.
        """
        part = self.folder / f"archive{PART_SUFFIX}"
        with disk_of(self.place):
            self.folder.mkdir(parents=True, exist_ok=True)
        try:
            received = session.download(url, headers, part, progress)
            if received is None:
                return None
            archive = self.archive(identity or received.sha256)
            with disk_of(self.place):
                give_name(part, archive)
                self._clear(archive)
            return archive, received
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def keep(self, fetched: Fetched) -> None:
        """Make an archive the good one, and remove all others.

        Raises:
            HandbookUnreadableError: NOT_KEPT.
        """
        hosted = fetched.hosted
        with disk_of(self.place):
            record = KeptArchive(
                place=self.place,
                identity=fetched.revision.identity,
                made=fetched.revision.made,
                validator=fetched.validator,
                size=fetched.root.stat().st_size,
                sha256=_sha256(fetched.root),
                branch=hosted.branch if hosted else "",
                at_tip=bool(hosted and hosted.at_tip),
            )
            part = self.folder / f"{KEPT}{PART_SUFFIX}"
            written = TypeAdapter(KeptArchive).dump_json(record)
            write_durably(written, part, self.folder / KEPT)
            self._clear(fetched.root)

    def discard(self, fetched: Fetched) -> None:
        """Remove an archive that is no good one."""
        with suppress(OSError):
            fetched.root.unlink(missing_ok=True)

    def _record(self) -> KeptArchive | None:
        """Return what `kept.json` says, None where it says nothing of this place."""
        try:
            with (self.folder / KEPT).open("rb") as file:
                record = TypeAdapter(KeptArchive).validate_json(file.read(_RECORD_BYTES))
        except (OSError, ValueError):
            return None
        named = _IDENTITY.fullmatch(record.identity)
        return record if named and (record.version, record.place) == (FORMAT, self.place) else None

    def _clear(self, new: Path) -> None:
        """Remove parts, and archives other than the good one and a new one."""
        record = self._record()
        spared = {new, self.archive(record.identity)} if record else {new}
        for file in (*self.folder.glob(f"*{PART_SUFFIX}"), *self.folder.glob(f"*{ARCHIVE_SUFFIX}")):
            if file not in spared:
                file.unlink(missing_ok=True)


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
