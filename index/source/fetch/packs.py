"""The packs that a repository holds its history in: taken over by another, and checked.

A pack, its index and its reverse index each end with the check sum of all that stands before:
https://git-scm.com/docs/gitformat-pack
"""

import hashlib
import os
import shutil
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(".git", "objects", "pack")
_ENDINGS: Final = (".pack", ".idx", ".rev")
_SHALLOW: Final = Path(".git", "shallow")
_CHUNK_BYTES: Final = 1024 * 1024


def take_over(repository: Path, other: Path) -> None:
    """Give `repository` the history of `other`; where the disk can, the same files are both's.

    Raises:
        OSError: when they cannot be read or written.
    """
    packs = repository / _FOLDER
    packs.mkdir(parents=True, exist_ok=True)
    for file in _files(other):
        try:
            os.link(file, packs / file.name)
        except OSError:  # not on every disk, and not from one to another
            shutil.copyfile(file, packs / file.name)
    if (other / _SHALLOW).exists():
        shutil.copyfile(other / _SHALLOW, repository / _SHALLOW)


def count_packs(repository: Path) -> int:
    """Return how many packs a repository has."""
    return sum(file.suffix == ".pack" for file in _files(repository))


def are_whole(repository: Path, digest: str) -> bool:
    """Tell whether all packs are as they were written; `digest` is what the repository hashes with.

    Raises:
        OSError: when one cannot be read.
    """
    return all(_is_whole(file, digest) for file in _files(repository))


def _files(repository: Path) -> list[Path]:
    folder = repository / _FOLDER
    return sorted(file for file in folder.iterdir() if file.suffix in _ENDINGS)


def _is_whole(file: Path, digest: str) -> bool:
    hashed = hashlib.new(digest, usedforsecurity=False)
    rest = file.stat().st_size - hashed.digest_size
    with file.open("rb") as stream:
        while rest > 0 and (chunk := stream.read(min(_CHUNK_BYTES, rest))):
            hashed.update(chunk)
            rest -= len(chunk)
        return rest == 0 and stream.read() == hashed.digest()
