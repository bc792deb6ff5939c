"""All that can be wrong with the bytes of an archive, as one error."""

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from index.source.archive.member import DamagedArchiveError, PathEscapesError
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_SHOWN_CHARACTERS: Final = 200

_DAMAGE: Final = (
    DamagedArchiveError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    ArithmeticError,
    LookupError,
    NotImplementedError,
    RecursionError,  # headers of headers of headers
)
"""What the standard library says of bytes that are no archive."""


@contextmanager
def told_of(place: str) -> Iterator[None]:
    """Tell of anything that is wrong with an archive as of a place that gives no handbook."""
    try:
        yield
    except PathEscapesError as error:
        raise HandbookUnreadableError(
            place, PlaceProblem.PATH_ESCAPES, _shown(str(error))
        ) from error
    except _DAMAGE as error:
        detail = _shown(str(error) or type(error).__name__)
        raise HandbookUnreadableError(place, PlaceProblem.DAMAGED_ARCHIVE, detail) from error


def _shown(text: str) -> str:
    """Return what stands in an archive without what would steer a terminal, and not too long."""
    return "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for sign in text[:_SHOWN_CHARACTERS]
    )
