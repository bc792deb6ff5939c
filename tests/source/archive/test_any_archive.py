"""Whatever a folder holds, its archives hold; whatever bytes come, a tree or a reason comes out."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.source.archive.allowance import ArchiveLimits
from index.source.archive.opening import open_archive
from index.source.document import Source
from index.source.read_tree import read_tree
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.archive.packing import tar_files, tar_folder, zip_files, zip_folder
from tests.source.folders import read_folder

PLACE: Final = "the handbook"

NAMES: Final = (
    *("a.md", "å.MD", "b.md.bak", "logo.png", "notes.txt", "vendor", ".hidden.md", "x\ny.mdx"),
    *("mkdocs.yml", "_config.yml", "base.yml", "package.json", ".eleventyignore", "synonyms.yml"),
)
FOLDERS: Final = ("docs", "a.md", "node_modules", ".git", "config", "_default", "é")
TEXTS: Final = (
    *(b"", b"# Hej\r\n\xc3\xa6", b"l\xf8n", b"\x00\x01", b"INHERIT: base.yml\n", b"INHERIT: ../x"),
    *(b"INHERIT: docs/base.yml\n", "# gr√∏n".encode()),
)
TARGETS: Final = (
    *(".", "..", "../..", "../../..", "a.md", "./docs", "docs/a.md", "../a.md", "notes.txt"),
    *("../docs/../notes.txt", "docs/docs", "nowhere", "base.yml", "../docs", "logo.png/x"),
)

parts = st.lists(st.sampled_from(FOLDERS), max_size=3)
paths = st.builds(lambda above, name: "/".join([*above, name]), parts, st.sampled_from(NAMES))
links = st.builds(
    lambda above, name: "/".join([*above, name]), parts, st.sampled_from((*NAMES, *FOLDERS))
)


def _write(
    root: Path, files: dict[str, bytes], symbolic: dict[str, str], hard: dict[str, str]
) -> None:
    """Write what can be written: of two things with one path, the first."""
    root.mkdir()
    for path, raw in files.items():
        with contextlib.suppress(OSError):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)
    for path, target in symbolic.items():
        with contextlib.suppress(OSError):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).symlink_to(target)
    for path, target in hard.items():
        with contextlib.suppress(OSError):
            (root / path).hardlink_to(root / target)


def _read(read: Callable[[], Source]) -> Source | tuple[PlaceProblem, str]:
    try:
        return read()
    except HandbookUnreadableError as error:
        return error.problem, error.detail


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(paths, st.sampled_from(TEXTS), max_size=12),
    st.dictionaries(links, st.sampled_from(TARGETS), max_size=6),
    st.dictionaries(paths, st.sampled_from(NAMES), max_size=3),
    st.sampled_from(("", "", "docs", "docs/docs")),
)
@example({"notes.txt": b"# Hej"}, {"a.md": "notes.txt", "docs": "."}, {"b.md": "a.md"}, "")
@example({"docs/a.md": b"# Hej"}, {"docs/docs": "..", "x.md": ".."}, {}, "docs")
def test_archives_read_like_the_folder(
    files: dict[str, bytes], symbolic: dict[str, str], hard: dict[str, str], part: str
) -> None:
    """Documents, settings, other files and notices are the same from a folder, a tar and a zip."""
    with TemporaryDirectory() as place:
        root = Path(place) / "handbook"
        _write(root, files, symbolic, hard)
        if not (root / part).is_dir() or not (root / part).resolve().is_relative_to(root):
            part = ""
        expected = _read(lambda: read_folder(root / part, PLACE))
        for make in (tar_folder, zip_folder):
            file = make(root, Path(place) / "archive", top="handbook")
            assert _read(lambda: read_tree(open_archive(file, PLACE, part))) == expected  # noqa: B023 - called at once


STARTS: Final = (
    b"",
    b"\x1f\x8b\x08\x00",
    b"BZh91AY&SY",
    b"\xfd7zXZ\0",
    b"PK\x03\x04",
    b"PK\x05\x06",
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=2000))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    """No bytes lead to an error that is not a reason."""
    with TemporaryDirectory() as place:
        file = Path(place) / "archive"
        file.write_bytes(start + rest)
        with contextlib.suppress(HandbookUnreadableError):
            open_archive(file, PLACE)


PAGES: Final = {
    **{
        f"hb/{path}.md": f"# {path}\n\nlæs\n".encode() * 20
        for path in ("a", "b/c", "å/" + "d" * 120)
    },
    "hb/b/logo.png": bytes(range(256)) * 4,
    "hb/_config.yml": b"title: Hej",
}


def _gzip(folder: Path) -> bytes:
    return tar_files(folder / "tar", PAGES, "w:gz").read_bytes()


def _tar(folder: Path) -> bytes:
    return tar_files(folder / "tar", PAGES, "w:").read_bytes()


def _zip(folder: Path) -> bytes:
    return zip_files(folder / "zip", PAGES).read_bytes()


def _same_or_refused(folder: Path, raw: bytes, expected: Source) -> bool:
    """Return whether damaged bytes gave the very same; nothing else than that or a reason may."""
    (folder / "damaged").write_bytes(raw)
    found = _read(lambda: read_tree(open_archive(folder / "damaged", PLACE)))
    assert found == expected or isinstance(found, tuple)
    return found == expected


@pytest.mark.parametrize("make", [_gzip, _zip, _tar])
def test_archive_that_was_cut(make: Callable[[Path], bytes], tmp_path: Path) -> None:
    """An archive that ends too early, wherever it does, is never read as a smaller handbook."""
    raw = make(tmp_path)
    (tmp_path / "whole").write_bytes(raw)
    expected = read_tree(open_archive(tmp_path / "whole", PLACE))
    step = max(1, len(raw) // 1500)
    same = [
        length
        for length in range(0, len(raw), step)
        if _same_or_refused(tmp_path, raw[:length], expected)
    ]
    # A tar is padded with zeros behind its end; nothing else may be missing.
    assert not any(raw[length:].strip(b"\0") for length in same)
    assert not same or make is _tar


@pytest.mark.parametrize("make", [_gzip, _zip])
@pytest.mark.parametrize("flip", [0x01, 0x20, 0xFF])
def test_archive_with_a_wrong_byte(
    make: Callable[[Path], bytes], flip: int, tmp_path: Path
) -> None:
    """A wrong byte anywhere refuses the archive, or changes nothing of what is read."""
    raw = make(tmp_path)
    (tmp_path / "whole").write_bytes(raw)
    expected = read_tree(open_archive(tmp_path / "whole", PLACE))
    unchecked = _modes(raw) if make is _zip else frozenset()
    for place in range(len(raw)):
        if place not in unchecked:
            damaged = bytearray(raw)
            damaged[place] ^= flip
            _same_or_refused(tmp_path, bytes(damaged), expected)


def _modes(raw: bytes) -> frozenset[int]:
    """Return where a zip says of a member that it is a link or a device: no sum is over that."""
    places: set[int] = set()
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        places.update((at + 40, at + 41))
        at = raw.find(b"PK\x01\x02", at + 1)
    return frozenset(places)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([_gzip, _tar, _zip]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
)
def test_archive_with_many_wrong_bytes(
    make: Callable[[Path], bytes], wrong: list[tuple[float, int]]
) -> None:
    """However an archive is damaged, there is a tree or a reason."""
    with TemporaryDirectory() as place:
        raw = bytearray(make(Path(place)))
        for where, value in wrong:
            raw[int(where * len(raw))] = value
        file = Path(place) / "archive"
        file.write_bytes(raw)
        with contextlib.suppress(HandbookUnreadableError):
            open_archive(file, PLACE, limits=ArchiveLimits(unpacked_bytes=2**24))
