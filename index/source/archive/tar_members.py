"""A tar to its members, in one go from the first byte to the last."""

import io
import tarfile
from collections.abc import Iterator

from index.source.archive.allowance import Allowance
from index.source.archive.member import (
    EmptyFolder,
    File,
    HardLink,
    Link,
    Member,
    Wanted,
    safe_path,
)
from index.source.archive.tar_bytes import TarBytes, decompressed
from index.source.limits import PAGE_BYTES


def tar_members(file: io.BufferedIOBase, wanted: Wanted, allowance: Allowance) -> Iterator[Member]:
    """Yield what a tar has, compressed or not; devices and the like are passed over.

    Raises:
        DamagedArchiveError: when it ends too early, or nothing is a tar.
        PathEscapesError: when a file would lie outside.
        HandbookUnreadableError: when there is too much of it.
    """
    with decompressed(file) as unpacked:
        source = TarBytes(unpacked, allowance)
        # Names that are not UTF-8 are kept as those of a disk are.
        archive = tarfile.TarFile(fileobj=source, encoding="utf-8", errors="surrogateescape")
        while (found := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # it would hold every one
            yield from _member(found, source, wanted, allowance)
        source.finish()


def _member(
    found: tarfile.TarInfo, source: TarBytes, wanted: Wanted, allowance: Allowance
) -> Iterator[Member]:
    path = safe_path(found.name)
    if found.isdir():
        yield path, EmptyFolder()
    elif found.issym():
        yield path, Link(found.linkname)
    elif found.islnk():
        yield path, HardLink(found.linkname)
    elif found.issparse():  # its holes are no bytes of the archive; it is no text either
        yield path, File(path, found.size, None)
    elif found.isreg():
        kept = wanted(path) and found.size <= PAGE_BYTES
        if kept:
            allowance.keep(found.size)
        pieces = [piece for piece in source.content(found.size) if kept]
        yield path, File(path, found.size, b"".join(pieces) if kept else None)
