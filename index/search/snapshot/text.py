"""A long text of which a part is read at a time."""

import os
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Text(Protocol):
    """Bytes in memory or in a file."""

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes from `start` to `end`."""
        ...


@dataclass(frozen=True, slots=True)
class TextInMemory:
    """Bytes in memory."""

    text: bytes
    """All of them."""

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes from `start` to `end`."""
        return self.text[start:end]


class TextInFile:
    """Bytes in a file that stays open, so that it may be removed meanwhile.

    It is not mapped: what is mapped counts as memory of the process, and of passages each is read
    once. Nor can a file that somebody cuts short then end the process.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        weakref.finalize(self, os.close, self._file)

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes from `start` to `end`; fewer where the file has been cut short."""
        return os.pread(self._file, end - start, start)
