"""A zip to its members, each checked against its sum and its neighbours."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import Final
from zlib import crc32

from index.source.archive.allowance import Allowance
from index.source.archive.member import (
    CHUNK_BYTES,
    DamagedArchiveError,
    EmptyFolder,
    File,
    Link,
    Member,
    Wanted,
    safe_path,
)
from index.source.archive.zip_directory import CountedEntries, check_directory
from index.source.limits import PAGE_BYTES, PATH_CHARACTERS

_ENCRYPTED: Final = 0x1
_UTF8: Final = 0x800
"""Flags of a member: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.4."""

_WINDOWS: Final = frozenset({0, 10, 14})
"""Systems whose programs may write backslashes (4.4.2): FAT, NTFS, VFAT."""
_UNIX: Final = 3

_UNICODE_PATH: Final = 0x7075
"""An extra field with a name in UTF-8 (4.6.9)."""

_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""All that archives for everybody are made with; the others cannot be unpacked bit by bit."""


def zip_members(file: io.BufferedIOBase, wanted: Wanted, allowance: Allowance) -> Iterator[Member]:
    """Yield what a zip has; devices and the like are passed over.

    Raises:
        DamagedArchiveError: when a member is encrypted, lies over another, or is not as said.
        PathEscapesError: when a file would lie outside.
        HandbookUnreadableError: when there is too much of it.
    """
    with zipfile.ZipFile(CountedEntries(file, allowance)) as archive:
        check_directory(file, archive)
        for found in archive.infolist():
            yield from _member(archive, found, wanted, allowance)


def _member(
    archive: zipfile.ZipFile, found: zipfile.ZipInfo, wanted: Wanted, allowance: Allowance
) -> Iterator[Member]:
    if found.flag_bits & _ENCRYPTED:
        raise DamagedArchiveError("encrypted member")
    if found.compress_type not in _METHODS:
        raise DamagedArchiveError(f"compression method {found.compress_type}")
    name = _name(found)
    path = safe_path(name)
    mode = found.external_attr >> 16 if found.create_system == _UNIX else 0
    if name.endswith("/") or stat.S_ISDIR(mode):
        yield path, EmptyFolder()
        return
    link = stat.S_ISLNK(mode) and found.file_size <= PATH_CHARACTERS
    kept = link or (wanted(path) and found.file_size <= PAGE_BYTES)
    if kept:
        allowance.keep(found.file_size)
    content = _content(archive, found, allowance, kept=kept)
    if stat.S_ISLNK(mode):  # one that says too much leads nowhere
        yield path, Link(content.decode("utf-8", "surrogateescape") if link else "")
    elif stat.S_IFMT(mode) in (0, stat.S_IFREG):
        yield path, File(path, found.file_size, content if kept else None)


def _content(
    archive: zipfile.ZipFile, found: zipfile.ZipInfo, allowance: Allowance, *, kept: bool
) -> bytes:
    """Unpack a member, whose sum `zipfile` compares at its end; empty if it is not to be kept."""
    pieces = []
    size = 0
    with archive.open(found) as unpacked:
        while piece := unpacked.read(CHUNK_BYTES):
            allowance.unpack(len(piece))
            size += len(piece)
            if kept:
                pieces.append(piece)
    if size != found.file_size:
        raise DamagedArchiveError("wrong size")
    return b"".join(pieces)


def _name(found: zipfile.ZipInfo) -> str:
    """Return a member's name in the letters that its author saw.

    Without a flag it should be in cp437; it is in UTF-8 from most programs, and from a Danish
    Windows in cp850, which alone has an ø.
    """
    name = found.orig_filename
    if not found.flag_bits & _UTF8:
        raw = name.encode("cp437")
        try:
            name = (_unicode_path(found.extra, raw) or raw).decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850")
    return name.replace("\\", "/") if found.create_system in _WINDOWS else name


def _unicode_path(extra: bytes, raw: bytes) -> bytes:
    """Return the name in UTF-8 that stands beside `raw` and was made from it; empty for none."""
    while len(extra) >= struct.calcsize("<HH"):
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and field[:1] == b"\x01":
            return field[5:] if field[1:5] == struct.pack("<I", crc32(raw)) else b""
    return b""
