"""Files that get their name once they are whole and on the disk."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@contextmanager
def disk_of(place: str) -> Generator[None]:
    """Turn what this computer's disk refuses into a problem of the place: NOT_KEPT."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HandbookUnreadableError(place, PlaceProblem.NOT_KEPT, reason) from error


def write_durably(content: bytes, part: Path, file: Path) -> None:
    """Write a file under the name `part`, and then give it its own, in place of an earlier one.

    Raises:
        OSError: when the disk does not take it.
    """
    with part.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    give_name(part, file)


def give_name(part: Path, file: Path) -> None:
    """Give a file that is on the disk its name, on the disk too.

    Raises:
        OSError: when the disk does not take it.
    """
    part.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
