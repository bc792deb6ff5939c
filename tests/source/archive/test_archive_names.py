"""Names in archives, as the programs of all systems write them."""

import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest

from index.source.archive.opening import open_archive
from tests.source.archive.packing import WINDOWS, regular, tar_members

DANISH = "hb/Årsløn/Sådan får du løn æøå.md"


def _tar_paths(tmp_path: Path, names: Iterable[str], form: int) -> tuple[str, ...]:
    file = tmp_path / "archive"
    with tarfile.open(file, "w:gz", format=form, encoding="utf-8") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(name))
    return open_archive(file, "").listing().paths


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_and_danish_names_in_a_tar(form: int, tmp_path: Path) -> None:
    """Names longer than a header, and letters outside ASCII, come through both ways around it."""
    long = "/".join(["mappe" * 30] * 6) + "/å.md"
    names = ["hb/a.md", f"hb/{long}", DANISH]
    assert _tar_paths(tmp_path, names, form) == ("a.md", long, DANISH.removeprefix("hb/"))


def test_commit_in_the_header_of_a_tar(tmp_path: Path) -> None:
    """The header for all members, in which Git writes the commit, is no member."""
    file = tmp_path / "archive"
    with tarfile.open(file, "w:gz", pax_headers={"comment": "0a1b" * 10}) as archive:
        archive.addfile(tarfile.TarInfo("hb/a.md"))
    assert open_archive(file, "").listing().paths == ("a.md",)


def test_name_that_is_not_utf8_in_a_tar(tmp_path: Path) -> None:
    """A name in another encoding is as a disk would show it."""
    file = tmp_path / "archive"
    with tarfile.open(file, "w:gz", format=tarfile.USTAR_FORMAT, encoding="latin-1") as archive:
        archive.addfile(tarfile.TarInfo("hb/løn.md"))
    assert open_archive(file, "").listing().paths == ("l\udcf8n.md",)


def test_backslash_in_a_tar(tmp_path: Path) -> None:
    """On Unix, where tars come from, a backslash is a letter like others."""
    file = tar_members(tmp_path / "archive", [regular("hb/a\\b.md", b"# A")])
    assert open_archive(file, "").listing().paths == ("a\\b.md",)


def _zip_of(file: Path, raw: bytes, *, system: int = WINDOWS, extra: bytes = b"") -> Path:
    """Make a zip of an empty file whose name has these bytes, without the flag for UTF-8."""
    stand_in = "x" * len(raw)
    info = zipfile.ZipInfo(stand_in)
    info.create_system = system
    info.extra = extra
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, b"")
    file.write_bytes(file.read_bytes().replace(stand_in.encode(), raw))
    return file


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_danish_names_in_a_zip_without_a_word_of_their_encoding(
    encoding: str, tmp_path: Path
) -> None:
    """Letters are right from a Danish Windows, whose code page has an ø, and from a Mac."""
    file = _zip_of(tmp_path / "archive", DANISH.encode(encoding))
    assert open_archive(file, "").listing().paths == (DANISH.removeprefix("hb/"),)


def test_danish_names_in_a_zip_in_utf8(tmp_path: Path) -> None:
    """A zip that says that its names are UTF-8 is believed."""
    with zipfile.ZipFile(tmp_path / "archive", "w") as archive:
        archive.writestr(DANISH, b"")
    assert open_archive(tmp_path / "archive", "").listing().paths == (DANISH.removeprefix("hb/"),)


def test_second_name_in_a_zip(tmp_path: Path) -> None:
    """A name in UTF-8 beside the old one counts where it was made for it, else it is stale."""
    raw = DANISH.encode("cp437", "replace")
    for sum_of, expected in ((raw, DANISH), (b"other", raw.decode("cp850"))):
        field = b"\x01" + pack("<I", crc32(sum_of)) + DANISH.encode()
        extra = pack("<HH", 0x9999, 1) + b"?" + pack("<HH", 0x7075, len(field)) + field
        file = _zip_of(tmp_path / "archive", raw, extra=extra)
        assert open_archive(file, "").listing().paths == (expected.removeprefix("hb/"),)


def test_backslashes_in_a_zip(tmp_path: Path) -> None:
    """They part folders where a Windows program wrote them, and are letters from Unix."""
    with zipfile.ZipFile(tmp_path / "archive", "w") as archive:
        for name, system in (("hb\\docs\\a.md", 0), ("hb\\docs\\", 10), ("hb/b\\c.md", 3)):
            info = zipfile.ZipInfo(name)
            info.create_system = system
            archive.writestr(info, b"")
    assert open_archive(tmp_path / "archive", "").listing().paths == ("b\\c.md", "docs/a.md")
