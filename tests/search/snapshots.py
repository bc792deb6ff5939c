"""Snapshots for tests: of the six pages that everybody knows, whole and spoiled."""

import json
import zlib
from pathlib import Path

import pytest

from index.search.index import Index
from index.search.snapshot.flaw import SnapshotUnusableError
from index.search.snapshot.manifest import MANIFEST, Fingerprint
from index.search.snapshot.store import load_snapshot, save_index

FINGERPRINT = Fingerprint(maker="tests", handbook="six pages")


def saved(index: Index, folder: Path) -> Path:
    """Save the index and return the folder that its files are in."""
    save_index(index, folder, FINGERPRINT, b"six pages")
    return files_in(folder)


def files_in(folder: Path) -> Path:
    """Return the folder that the files of the current snapshot are in."""
    return folder / (folder / "current").read_text(encoding="ascii")


def loaded(folder: Path) -> Index:
    """Return the index in the folder."""
    return load_snapshot(folder, FINGERPRINT).index


def sign(files: Path) -> None:
    """Let the list of files say that each of them is as it was written."""
    manifest = json.loads((files / MANIFEST).read_text(encoding="utf-8"))
    for name in manifest["files"]:
        data = (files / name).read_bytes()
        manifest["files"][name] = {"size": len(data), "crc32": zlib.crc32(data)}
    (files / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def flaw_of(folder: Path) -> SnapshotUnusableError:
    """Return the error that loading ends in, which names the folder."""
    with pytest.raises(SnapshotUnusableError) as caught:
        loaded(folder)
    assert str(folder) in str(caught.value)
    return caught.value
