"""Files that get their name once they are whole and on the disk."""

import os
from pathlib import Path


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
