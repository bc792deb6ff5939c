"""Reading a snapshot: every file is checked to the last bit, none is unpickled."""

import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import MANIFEST, MANIFESTS, Kept, Manifest
from index.search.snapshot.publishing import named
from index.search.snapshot.text import TextInFile

CHUNK = 1 << 20
"""Bytes that are read at once."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the files of one snapshot, all of which have been checked."""

    folder: Path
    """Where they are."""
    files: Mapping[str, Kept]
    """Which there are."""

    def array(self, name: str) -> NDArray[Any]:
        """Return an array of which only what is used is read."""
        mapped = np.load(self._path(f"{name}.npy"), mmap_mode="r", allow_pickle=False)
        # As a plain array: numpy's own mapped ones are slow to cut.
        return np.asarray(mapped)

    def text(self, name: str) -> bytes:
        """Return a file as it is."""
        return self._path(name).read_bytes()

    def open_text(self, name: str) -> TextInFile:
        """Return a file of which only what is asked for is read."""
        return TextInFile(self._path(name))

    def _path(self, name: str) -> Path:
        if name not in self.files:
            raise SnapshotUnusableError(self.folder, Flaw.DAMAGED, name)
        return self.folder / name


def open_current(folder: Path, accept: Callable[[Manifest], None]) -> Reader:
    """Return a reader of the current snapshot, after `accept` has looked at what it is.

    Raises:
        SnapshotUnusableError: when there is none, or a file is not as it was written.
        OSError: when a file is not there or cannot be read.
    """
    name = named(folder)
    if name is None:
        raise SnapshotUnusableError(folder, Flaw.MISSING)
    own = folder / name
    try:
        manifest = MANIFESTS.validate_json((own / MANIFEST).read_bytes())
    except ValueError as error:
        raise SnapshotUnusableError(folder, Flaw.DAMAGED, MANIFEST) from error
    accept(manifest)
    for file, whole in _checked(own, manifest.files):
        if not whole:
            raise SnapshotUnusableError(folder, Flaw.DAMAGED, file)
    return Reader(own, manifest.files)


def _checked(folder: Path, files: Mapping[str, Kept]) -> list[tuple[str, bool]]:
    """Return each file with whether it is as it was written."""
    largest_first = sorted(files, key=lambda name: -files[name].size)
    # Summing up lets other threads run.
    with ThreadPoolExecutor(max_workers=2) as threads:
        whole = threads.map(lambda name: _whole(folder / name, files[name]), largest_first)
        return list(zip(largest_first, whole, strict=True))


def _whole(path: Path, kept: Kept) -> bool:
    if path.stat().st_size != kept.size:
        return False
    crc32, buffer = 0, memoryview(bytearray(CHUNK))
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            crc32 = zlib.crc32(buffer[:count], crc32)
    return crc32 == kept.crc32
