"""The bytes of a tar as they come out of its compression: forward only, each of them counted."""

import bz2
import gzip
import io
import re
import tarfile
from collections.abc import Iterator
from typing import Final

from index.source.archive.allowance import Allowance
from index.source.archive.member import CHUNK_BYTES, DamagedArchiveError
from index.source.archive.xz import XzStream

_HEADER_BYTES: Final = 64 * 1024
"""A header with a long name or further facts has some hundred bytes."""

_MANY_DIGITS: Final = re.compile(rb"\d{100}")
"""Some versions of tarfile look for a number in every place of a header, in square time."""


def decompressed(file: io.BufferedIOBase) -> io.BufferedIOBase:
    """Return what a file holds, unpacked where it is gzip, bzip2 or xz by its first bytes.

    Check sums and ends are verified at the end of each.
    """
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=file)
    if start.startswith(b"BZh"):
        return bz2.BZ2File(file)
    if start.startswith(b"\xfd7zXZ\0"):
        return io.BufferedReader(XzStream(file))
    return file


class TarBytes(io.BufferedIOBase):
    """What `tarfile` reads headers from; contents are taken by `content`."""

    def __init__(self, file: io.BufferedIOBase, allowance: Allowance) -> None:
        self._file = file
        self._allowance = allowance
        self._position = 0
        self.header = b""
        """The last header that was read; zeros where the archive ended as it should."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return a header."""
        if size is None or not 0 <= size <= _HEADER_BYTES:
            raise DamagedArchiveError("bad header")
        self.header = self._next(size)
        if size > tarfile.BLOCKSIZE:
            self._allowance.keep(size)
        if _MANY_DIGITS.search(self.header):
            raise DamagedArchiveError("bad header")
        return self.header

    def tell(self) -> int:
        """Return how many bytes have come."""
        return self._position

    def seek(self, position: int, whence: int = io.SEEK_SET, /) -> int:
        """Pass over bytes.

        Raises:
            DamagedArchiveError: when it would lead back, which no true archive asks for.
        """
        if whence != io.SEEK_SET or position < self._position:
            raise DamagedArchiveError("bad header")
        for _ in self.content(position - self._position):
            pass
        return position

    def content(self, size: int) -> Iterator[bytes]:
        """Yield the next bytes in pieces.

        Raises:
            DamagedArchiveError: when the archive ends before.
        """
        while size:
            piece = self._next(min(size, CHUNK_BYTES))
            if not piece:
                raise DamagedArchiveError("unexpected end")
            size -= len(piece)
            yield piece

    def finish(self) -> None:
        """Read to the end, where compression has its check sum.

        Raises:
            DamagedArchiveError: when the members were not ended as they are in every whole tar.
        """
        if self.header != tarfile.NUL * tarfile.BLOCKSIZE:
            raise DamagedArchiveError("unexpected end")
        while self._next(CHUNK_BYTES):
            pass

    def _next(self, size: int) -> bytes:
        piece = self._file.read(size)
        self._position += len(piece)
        self._allowance.unpack(len(piece))
        return piece
