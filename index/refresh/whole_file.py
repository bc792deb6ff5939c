"""A small file that is replaced whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, body: bytes) -> None:
    """Write a file in place of what is there; who reads it meanwhile reads the one or the other.

    Raises:
        OSError: when it cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=f"{file.stem}-", dir=file.parent)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(body)
        path.replace(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
