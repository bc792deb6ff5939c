"""Writing a snapshot: whole or not at all, whoever else writes or reads one.

A snapshot is a folder of its own inside the one that the caller names. The file `current` names the
one that holds; replacing that file is the one step that publishes, so that neither a half-written
snapshot nor two writers at once can harm a reader.
"""

import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from index.search.snapshot.manifest import FORMAT, MANIFEST, MANIFESTS, Fingerprint, Kept, Manifest

CURRENT = "current"
"""Name of the file that names the snapshot's folder."""
PREFIX = "snapshot-"
"""What the names of the folders begin with."""
GRACE = 10.0
"""Seconds for which a snapshot that another has followed stays: it may just be being loaded."""
ABANDONED = 3600.0
"""Seconds after which a folder that is no whole snapshot was left by a writer that failed."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the files of one snapshot."""

    folder: Path
    """Where they go."""
    files: dict[str, Kept] = field(default_factory=dict)
    """What was written so far."""

    def array(self, name: str, values: NDArray[np.generic]) -> None:
        """Write an array in numpy's own format."""
        self._write(
            f"{name}.npy",
            lambda file: np.save(file, np.ascontiguousarray(values), allow_pickle=False),
        )

    def text(self, name: str, text: bytes) -> None:
        """Write a file as it is."""
        self._write(name, lambda file: file.write(text))

    def _write(self, name: str, write: Callable[["_Summed"], object]) -> None:
        with (self.folder / name).open("xb") as file:
            summed = _Summed(file)
            write(summed)
            _to_disk(file)
        self.files[name] = Kept(summed.size, summed.crc32)


class _Summed:
    """A file that sums up what is written to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size = self.crc32 = 0

    def write(self, data: bytes) -> int:
        self.crc32 = zlib.crc32(data, self.crc32)
        self.size += len(data)
        return self._file.write(data)


def publish(folder: Path, fingerprint: Fingerprint, write: Callable[[Writer], None]) -> None:
    """Write a snapshot into `folder` and make it the current one.

    Raises:
        OSError: when it cannot be written; what was current stays so.
    """
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        writer = Writer(own)
        write(writer)
        manifest = Manifest(FORMAT, fingerprint, dict(writer.files))
        writer.text(MANIFEST, MANIFESTS.dump_json(manifest))
        _folder_to_disk(own)
        _name(folder, own)
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise
    _tidy(folder, own)


def named(folder: Path) -> str | None:
    """Return the name of the current snapshot's folder, None where there is no such name."""
    try:
        name = (folder / CURRENT).read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    rest = name.removeprefix(PREFIX)
    return name if rest != name and rest.replace("_", "").isalnum() else None


def _name(folder: Path, own: Path) -> None:
    """Let `current` name this folder."""
    handle, name = tempfile.mkstemp(prefix=f"{CURRENT}-", dir=folder)
    os.close(handle)
    path = Path(name)
    try:
        with path.open("w", encoding="ascii") as file:
            file.write(own.name)
            _to_disk(file)
        path.replace(folder / CURRENT)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    _folder_to_disk(folder)


def _tidy(folder: Path, own: Path) -> None:
    """Remove the snapshots of before, and what writers that failed have left."""
    for other in folder.glob(f"{PREFIX}*"):
        # Without a list of its files it may be one that another process is writing.
        whole = _age(other / MANIFEST)
        old = (_age(other) or 0.0) > ABANDONED if whole is None else whole > GRACE
        if other != own and old:
            shutil.rmtree(other, ignore_errors=True)


def _age(path: Path) -> float | None:
    """Return how many seconds ago it was written, None where it is not there."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return None


def _to_disk(file: IO[bytes] | IO[str]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
