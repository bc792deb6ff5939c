"""The directory of a zip, which says what is in it: not too much, nothing hidden or shared.

Section numbers are those of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
"""

import io
import struct
import zipfile
from collections.abc import Sequence
from typing import Final

from index.source.archive.allowance import Allowance
from index.source.archive.member import DamagedArchiveError

_ENTRY: Final = b"PK\x01\x02"
"""How the directory's entry of a member begins (4.3.12)."""

_END_SIGNATURE: Final = b"PK\x05\x06"
_END: Final = struct.Struct("<4s6xH10x")
"""What stands behind the directory (4.3.16): signature, number of entries; then a comment."""
_COMMENT_BYTES: Final = 0xFFFF
_MANY: Final = 0xFFFF

_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
"""The header before a member's bytes (4.3.7): signature, length of name and of extra fields."""


class CountedEntries(io.BufferedIOBase):
    """The file as `zipfile` reads it, which makes an object of each entry before any is asked for.

    No entry is without its signature, so they can be counted before.
    """

    def __init__(self, file: io.BufferedIOBase, allowance: Allowance) -> None:
        self._file = file
        self._allowance = allowance

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, and refuse more entries than there may be files."""
        found = self._file.read(-1 if size is None else size)
        if found.count(_ENTRY) > self._allowance.files:
            raise self._allowance.too_many()
        return found

    def seek(self, position: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place, and return it."""
        return self._file.seek(position, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Return True."""
        return True


def check_directory(file: io.BufferedIOBase, archive: zipfile.ZipFile) -> None:
    """Compare the directory with what else the zip says.

    Raises:
        DamagedArchiveError: when a member is missing from it, or lies over another.
    """
    members = archive.infolist()
    _check_count(file, len(members))
    _check_apart(file, members, archive.start_dir)


def _check_count(file: io.BufferedIOBase, found: int) -> None:
    """Refuse a directory with fewer entries than it says: a wrong length may hide the next one."""
    file.seek(max(0, file.seek(0, io.SEEK_END) - _END.size - _COMMENT_BYTES))
    rest = file.read()
    _, said = _END.unpack_from(rest, rest.rfind(_END_SIGNATURE))
    # Large archives have the true number elsewhere, and programs that do not know of that cut it.
    if said not in (_MANY, found & _MANY):
        raise DamagedArchiveError("missing members")


def _check_apart(file: io.BufferedIOBase, members: Sequence[zipfile.ZipInfo], end: int) -> None:
    """Refuse members that share bytes, by which a small zip would unpack to a huge one."""
    starts = sorted(members, key=lambda member: member.header_offset)
    limits = [*(member.header_offset for member in starts), end][1:]
    for member, limit in zip(starts, limits, strict=True):
        file.seek(member.header_offset)
        header = file.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size:
            raise DamagedArchiveError("unexpected end")
        _, name, extra = _LOCAL_HEADER.unpack(header)
        if member.header_offset + len(header) + name + extra + member.compress_size > limit:
            raise DamagedArchiveError("overlapping members")
