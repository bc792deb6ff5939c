"""xz, unpacked within a measure of memory; `lzma.LZMAFile` takes what the file asks for."""

import io
import lzma
from typing import Final

_MEMORY_BYTES: Final = 128 * 1024 * 1024
"""The strongest of the usual settings (xz -9) takes 65 MiB; a file may ask for 4 GiB."""


class XzStream(io.RawIOBase):
    """What the first stream of an xz file unpacks to; tar makes no second one."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY_BYTES)

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # the two that it is called with
        """Fill the buffer as far as may be, and return how far; 0 at the end.

        Raises:
            EOFError: when the file ends before the stream does.
            lzma.LZMAError: when it is damaged, or asks for too much memory.
        """
        while not self._unpacker.eof:
            given = b""
            if self._unpacker.needs_input:
                given = self._file.read(io.DEFAULT_BUFFER_SIZE)
                if not given:
                    raise EOFError("unexpected end")
            piece = self._unpacker.decompress(given, len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
        return 0
