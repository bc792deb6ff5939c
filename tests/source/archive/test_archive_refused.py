"""Archives that are damaged, huge, or made to do harm are refused as a whole, and why is said."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from index.source.archive.allowance import ArchiveLimits
from index.source.archive.opening import open_archive
from index.source.limits import PAGE_BYTES
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.archive.packing import (
    linked,
    regular,
    special,
    tar_files,
    tar_members,
    zip_files,
)

PLACE: Final = "https://git.example/owner/handbook"
MEBIBYTE: Final = 1024 * 1024

make_either = pytest.mark.parametrize("make", [tar_files, zip_files])
Make = Callable[[Path, dict[str, bytes]], Path]


def _refused(file: Path, limits: ArchiveLimits | None = None) -> tuple[PlaceProblem, str]:
    with pytest.raises(HandbookUnreadableError) as caught:
        open_archive(file, PLACE, limits=limits)
    assert caught.value.place == PLACE
    return caught.value.problem, caught.value.detail


def _damaged(file: Path) -> str:
    problem, detail = _refused(file)
    assert problem is PlaceProblem.DAMAGED_ARCHIVE
    assert detail
    return detail


@pytest.mark.parametrize(
    "name",
    [
        *("/etc/a.md", "../a.md", "hb/../../a.md", "hb/x/../a.md", "hb/.."),
        *("C:/a.md", "c:\\a.md", "\\a.md", "..\\a.md", "hb\\..\\..\\a.md", "//host/a.md"),
    ],
)
@make_either
def test_path_that_leads_out(make: Make, name: str, tmp_path: Path) -> None:
    """A file that would lie outside on any system refuses the archive, and is named."""
    file = make(tmp_path / "archive", {"hb/a.md": b"# A", name: b"# B"})
    assert _refused(file) == (PlaceProblem.PATH_ESCAPES, name)


def test_nul_in_a_name_of_a_zip(tmp_path: Path) -> None:
    """A name that ends in one place for one program and elsewhere for another is none."""
    file = zip_files(tmp_path / "archive", {"hb/a.md?.png": b""})
    file.write_bytes(file.read_bytes().replace(b"?", b"\0"))
    assert _refused(file) == (PlaceProblem.PATH_ESCAPES, "hb/a.md\ufffd.png")


def test_path_is_named_without_what_steers_a_terminal(tmp_path: Path) -> None:
    """What an archive calls its files cannot clear anybody's screen or fill it."""
    file = tar_files(tmp_path / "archive", {"../\x1b[2J" + "a" * 500: b""})
    assert _refused(file)[1] == "../\ufffd[2J" + "a" * 193


def test_file_behind_a_link_in_a_tar(tmp_path: Path) -> None:
    """A file in a folder that is a link could lie anywhere."""
    link = special("hb/x", tarfile.SYMTYPE, "/etc")
    file = tar_members(tmp_path / "archive", [link, regular("hb/x/a.md", b"# A")])
    assert _refused(file) == (PlaceProblem.PATH_ESCAPES, "hb/x/a.md")


def test_file_behind_a_link_in_a_zip(tmp_path: Path) -> None:
    """The same in a zip."""
    with zipfile.ZipFile(tmp_path / "archive", "w") as archive:
        archive.writestr(linked("hb/x"), "..")
        archive.writestr("hb/x/a.md", b"# A")
    assert _refused(tmp_path / "archive") == (PlaceProblem.PATH_ESCAPES, "hb/x/a.md")


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is missing."""
    assert _refused(tmp_path / "archive") == (PlaceProblem.MISSING, "")


@pytest.mark.parametrize(
    "raw", [b"", b"<html>Sign in</html>" * 100, b"PK\x03\x04", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\0"]
)
def test_no_archive(raw: bytes, tmp_path: Path) -> None:
    """Nothing, a sign-in page, and the first bytes of an archive are none."""
    (tmp_path / "archive").write_bytes(raw)
    _damaged(tmp_path / "archive")


def test_compressed_file_that_is_no_tar(tmp_path: Path) -> None:
    """One page in gzip is no archive."""
    (tmp_path / "archive").write_bytes(gzip.compress(b"# A\n" * 1000))
    _damaged(tmp_path / "archive")


FILES: Final = {f"hb/{name}.md": f"# {name}\n".encode() * 512 for name in "abc"}
"""In a tar, a header of 512 bytes and 2,048 bytes of text each."""


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_tar_that_ends_at_the_border_of_a_member(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """A tar that was cut between two members, before it was compressed, has lost its end."""
    whole = tar_files(tmp_path / "archive", FILES, "w:").read_bytes()
    (tmp_path / "archive").write_bytes(pack(whole[: 2 * (512 + 2048)]))
    assert _damaged(tmp_path / "archive") == "unexpected end"


def test_header_that_is_damaged(tmp_path: Path) -> None:
    """A tar whose second header is wrong does not end with the first member."""
    whole = bytearray(tar_files(tmp_path / "archive", FILES, "w:").read_bytes())
    whole[512 + 2048 + 3] ^= 1
    (tmp_path / "archive").write_bytes(whole)
    _damaged(tmp_path / "archive")


def test_encrypted_zip(tmp_path: Path) -> None:
    """A zip with a password cannot be read."""
    file = zip_files(tmp_path / "archive", {"hb/a.md": b"# A"})
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(raw)
    assert _damaged(file) == "encrypted member"


def test_zip_with_a_compression_of_its_own(tmp_path: Path) -> None:
    """bzip2 in a zip, which cannot be unpacked bit by bit, is no zip for everybody."""
    with zipfile.ZipFile(tmp_path / "archive", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("hb/a.md", b"# A")
    assert _damaged(tmp_path / "archive") == "compression method 12"


def test_zip_whose_members_share_their_bytes(tmp_path: Path) -> None:
    """Entries for the same bytes, by which kilobytes unpack to petabytes, are refused."""
    file = tmp_path / "archive"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hb/a.md", bytes(MEBIBYTE))
        archive.filelist *= 3
    assert _damaged(file) == "overlapping members"


def test_size_in_a_zip_is_not_believed(tmp_path: Path) -> None:
    """A member that says to be larger or smaller than it is refuses the zip."""
    for size in (0, 2, 4, 2**30):
        file = zip_files(tmp_path / "archive", {"hb/a.md": b"# A"})
        raw = bytearray(file.read_bytes())
        struct.pack_into("<I", raw, raw.index(b"PK\x01\x02") + 24, size)
        file.write_bytes(raw)
        _damaged(file)


@make_either
def test_archive_that_unpacks_too_large(make: Make, tmp_path: Path) -> None:
    """What comes out is counted, kept or not; exactly the limit is allowed."""
    file = make(tmp_path / "archive", {"hb/a.md": b"# A", "hb/b.png": bytes(3 * MEBIBYTE)})
    limits = ArchiveLimits(unpacked_bytes=2 * MEBIBYTE)
    assert _refused(file, limits) == (PlaceProblem.UNPACKS_TOO_LARGE, "2")
    open_archive(file, PLACE, limits=ArchiveLimits(unpacked_bytes=4 * MEBIBYTE))


def test_zeros_behind_the_end_are_counted(tmp_path: Path) -> None:
    """What comes behind the last member counts too."""
    tar = tar_files(tmp_path / "archive", {"hb/a.md": b"# A"}, "w:").read_bytes()
    (tmp_path / "archive").write_bytes(gzip.compress(tar + bytes(3 * MEBIBYTE)))
    limits = ArchiveLimits(unpacked_bytes=2 * MEBIBYTE)
    assert _refused(tmp_path / "archive", limits)[0] is PlaceProblem.UNPACKS_TOO_LARGE


@make_either
def test_too_much_text(make: Make, tmp_path: Path) -> None:
    """Pages that fit one by one may be too many together; pictures do not count."""
    pages = {f"hb/{place}.md": bytes(MEBIBYTE) for place in range(3)}
    file = make(tmp_path / "archive", {**pages, "hb/a.png": bytes(3 * MEBIBYTE)})
    limits = ArchiveLimits(text_bytes=2 * MEBIBYTE)
    assert _refused(file, limits) == (PlaceProblem.UNPACKS_TOO_LARGE, "2")
    open_archive(file, PLACE, limits=ArchiveLimits(text_bytes=3 * MEBIBYTE))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_page_under_many_names(kind: bytes, tmp_path: Path) -> None:
    """Links multiply what reading has to do without adding to the archive."""
    target = "a.md" if kind == tarfile.SYMTYPE else "hb/a.md"
    links = [special(f"hb/{place}.md", kind, target) for place in range(10)]
    members = [regular("hb/a.md", bytes(MEBIBYTE)), *links]
    file = tar_members(tmp_path / "archive", members)
    limits = ArchiveLimits(text_bytes=10 * MEBIBYTE)
    assert _refused(file, limits)[0] is PlaceProblem.UNPACKS_TOO_LARGE


@make_either
def test_too_many_files(make: Make, tmp_path: Path) -> None:
    """Files and the folders that they lie in are counted, told of or not."""
    file = make(tmp_path / "archive", {"hb/a/b/c.md": b"# A", "hb/d.md": b"# D"})
    limits = ArchiveLimits(files=4)
    assert _refused(file, limits) == (PlaceProblem.TOO_MANY_FILES, "4")
    open_archive(file, PLACE, limits=ArchiveLimits(files=5))


def test_directory_of_a_zip_is_counted_before_it_is_read(tmp_path: Path) -> None:
    """A zip with far too many entries costs no memory."""
    file = tmp_path / "archive"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", b"")
    raw = file.read_bytes()
    at, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    entries = raw[at:end] * 100_000
    close = bytearray(raw[end:])
    struct.pack_into("<I", close, 12, len(entries))
    file.write_bytes(raw[:at] + entries + close)
    tracemalloc.start()
    try:
        problem, _ = _refused(file, ArchiveLimits(files=1000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problem is PlaceProblem.TOO_MANY_FILES
    assert peak < 4 * len(entries)


def test_pictures_are_not_held(tmp_path: Path) -> None:
    """Opening an archive takes the memory of its pages, however much else there is."""
    noise = os.urandom(MEBIBYTE)
    pictures = {f"hb/{place}.png": noise for place in range(30)}
    pages = {f"hb/{place}.md": b"# A\n" * 100 for place in range(200)}
    files = {**pictures, **pages}
    for file in (tar_files(tmp_path / "t", files), zip_files(tmp_path / "z", files)):
        tracemalloc.start()
        try:
            assert len(open_archive(file, PLACE).listing().paths) == 230
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 4 * MEBIBYTE


def test_xz_that_asks_for_gigabytes(tmp_path: Path) -> None:
    """An xz file may ask for as much memory as it likes; it gets what xz -9 needs."""
    file = tar_files(tmp_path / "archive", {"hb/a.md": b"# A"}, "w:xz")
    raw = bytearray(file.read_bytes())
    end = 12 + (raw[12] + 1) * 4 - 4
    assert raw[14:16] == b"\x21\x01"  # LZMA2, with one byte for the size of its dictionary
    raw[16] = 39  # 3 GiB
    struct.pack_into("<I", raw, end, zlib.crc32(raw[12:end]))
    file.write_bytes(raw)
    _damaged(file)


@pytest.mark.parametrize(
    ("kind", "size", "body", "times"),
    [
        pytest.param(tarfile.XHDTYPE, 2**26, b"\0", 1, id="header without end"),
        pytest.param(tarfile.GNUTYPE_LONGNAME, 2**26, b"a", 1, id="name without end"),
        pytest.param(tarfile.XHDTYPE, 2**15, b"1", 1, id="number without end"),
        pytest.param(tarfile.GNUTYPE_LONGNAME, 512, b"a", 5000, id="headers of headers"),
        pytest.param(tarfile.REGTYPE, -1, b"", 1, id="file of less than nothing"),
    ],
)
def test_headers_that_lead_a_reader_astray(
    kind: bytes, size: int, body: bytes, times: int, tmp_path: Path
) -> None:
    """Headers that would take memory or time, or lead back to where they stand, are damage."""
    info = tarfile.TarInfo("hb/a.md")
    info.type, info.size = kind, size
    header = info.tobuf(tarfile.GNU_FORMAT) + body * size
    member = tarfile.TarInfo("hb/b.md").tobuf()
    (tmp_path / "archive").write_bytes(header * times + member + bytes(10_240))
    _damaged(tmp_path / "archive")


def test_holes_are_not_read(tmp_path: Path) -> None:
    """A sparse file of a terabyte costs nothing and is too large to be a page."""
    info = tarfile.TarInfo("hb/a.md")
    info.pax_headers = {
        "GNU.sparse.map": "0,0",
        "GNU.sparse.size": str(2**40),
        "GNU.sparse.numblocks": "1",
    }
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w:gz") as archive:
        archive.addfile(info)
    (tmp_path / "archive").write_bytes(raw.getvalue())
    assert open_archive(tmp_path / "archive", PLACE).size("a.md") > PAGE_BYTES
