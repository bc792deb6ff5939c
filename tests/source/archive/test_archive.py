"""An archive gives the handbook that the folder gives of which it was made."""

import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, get_args

import pytest

from index.source.archive.opening import open_archive
from index.source.document import Notice, NoticeKind
from index.source.limits import PAGE_BYTES
from index.source.read_tree import read_tree
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.handbooks import OS2, at_hand
from tests.source.archive.packing import (
    TOP,
    Packed,
    regular,
    special,
    tar_files,
    tar_folder,
    tar_members,
    zip_files,
    zip_folder,
)
from tests.source.folders import read_folder

PLACE: Final = "https://git.example/owner/handbook"

make_either = pytest.mark.parametrize("make", [tar_files, zip_files])
Make = Callable[[Path, dict[str, bytes]], Path]


def _paths(file: Path, folder: str = "") -> list[str]:
    return [document.path for document in read_tree(open_archive(file, PLACE, folder)).documents]


@pytest.mark.parametrize("packed", get_args(Packed))
def test_tar_of_a_real_handbook(packed: Packed, tmp_path: Path) -> None:
    """A tar of a whole handbook reads like its folder, however it is compressed."""
    file = tar_folder(at_hand(OS2), tmp_path / "archive", packed)
    assert read_tree(open_archive(file, PLACE)) == read_folder(OS2, PLACE)


def test_zip_of_a_real_handbook(tmp_path: Path) -> None:
    """A zip of a whole handbook reads like its folder."""
    file = zip_folder(at_hand(OS2), tmp_path / "archive")
    assert read_tree(open_archive(file, PLACE)) == read_folder(OS2, PLACE)


@make_either
def test_folder_around_everything_is_taken_off(make: Make, tmp_path: Path) -> None:
    """Paths begin below the one folder, and only where there is one."""
    file = tmp_path / "archive"
    assert _paths(make(file, {f"{TOP}/docs/a.md": b"# A"})) == ["docs/a.md"]
    assert _paths(make(file, {"docs/a.md": b"# A", "logo.png": b""})) == ["docs/a.md"]
    assert _paths(make(file, {"./docs/a.md": b"# A", "./b.md": b"# B"})) == ["b.md", "docs/a.md"]
    assert _paths(make(file, {"a.md": b"# A"})) == ["a.md"]


@make_either
def test_what_a_mac_adds_lies_in_no_folder(make: Make, tmp_path: Path) -> None:
    """Resource forks and `.DS_Store` neither hide the one folder nor become pages."""
    added = {"__MACOSX/hb/._a.md": b"x", "._hb": b"x", ".DS_Store": b"x", "hb/.DS_Store": b"x"}
    assert _paths(make(tmp_path / "archive", {**added, "hb/a.md": b"# A"})) == ["a.md"]


@make_either
@pytest.mark.parametrize("folder", ["docs/da", "/docs/da/", "./docs//da", "docs/en/../da"])
def test_part_of_an_archive(make: Make, folder: str, tmp_path: Path) -> None:
    """The handbook is the folder that is named, with that folder's settings."""
    files = {
        f"{TOP}/docs/da/a.md": b"# A",
        f"{TOP}/docs/da/_config.yml": b"title: Da",
        f"{TOP}/docs/en/b.md": b"# B",
        f"{TOP}/_config.yml": b"title: all",
    }
    source = read_tree(open_archive(make(tmp_path / "archive", files), PLACE, folder))
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.configuration == {"_config.yml": "title: Da"}


@make_either
@pytest.mark.parametrize("folder", ["da", "..", "docs/../..", "docs/a.md/b", "/etc"])
def test_part_that_is_not_there(make: Make, folder: str, tmp_path: Path) -> None:
    """A folder that the archive does not have is named, and one outside of it is none."""
    file = make(tmp_path / "archive", {f"{TOP}/docs/a.md": b"# A"})
    with pytest.raises(HandbookUnreadableError) as caught:
        open_archive(file, PLACE, folder)
    assert caught.value.problem is PlaceProblem.FOLDER_MISSING
    assert (caught.value.place, caught.value.detail) == (PLACE, folder)


def test_part_named_with_the_folder_around_everything(tmp_path: Path) -> None:
    """A folder may be named as the archive has it."""
    file = tar_files(tmp_path / "archive", {"hb/docs/a.md": b"# A", "hb/b.md": b"# B"})
    assert _paths(file, "hb/docs") == ["a.md"]
    assert open_archive(file, PLACE, "hb/docs").folder == "docs"


def test_one_page_of_an_archive(tmp_path: Path) -> None:
    """The part may be one page, which is read with its folder's settings and nothing else."""
    files = {f"{TOP}/docs/{name}": b"# A" for name in ("a.md", "b.md", "_config.yml", "c.png")}
    file = tar_files(tmp_path / "archive", files)
    source = read_tree(open_archive(file, PLACE, "docs/a.md"))
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.configuration == {"_config.yml": "# A"}
    with pytest.raises(HandbookUnreadableError) as caught:
        open_archive(file, PLACE, "docs/c.png").listing()
    assert caught.value.problem is PlaceProblem.NOT_MARKDOWN


def test_owners_lie_outside_of_the_part(tmp_path: Path) -> None:
    """The whole repository can be asked for CODEOWNERS where the handbook is a part of it."""
    files = {f"{TOP}/docs/a.md": b"# A", f"{TOP}/.github/CODEOWNERS": b"* @owner"}
    tree = open_archive(tar_files(tmp_path / "archive", files), PLACE, "docs")
    assert tree.whole.read(".github/CODEOWNERS") == b"* @owner"
    assert tree.whole.read(f"{tree.folder}/a.md") == b"# A"
    with pytest.raises(FileNotFoundError):
        tree.read("../.github/CODEOWNERS")


@make_either
def test_only_pages_and_settings_are_kept(make: Make, tmp_path: Path) -> None:
    """A picture is listed with its size; what is in it is not held."""
    file = make(tmp_path / "archive", {"hb/a.md": b"# A", "hb/b.png": bytes(100)})
    tree = open_archive(file, PLACE)
    assert tree.listing().paths == ("a.md", "b.png")
    assert tree.size("b.png") == 100
    with pytest.raises(OSError, match=r"b\.png"):
        tree.read("b.png")
    with pytest.raises(FileNotFoundError):
        tree.size("c.png")
    with pytest.raises(IsADirectoryError):
        tree.read("")


@make_either
def test_page_over_the_limit_is_named_and_the_rest_served(make: Make, tmp_path: Path) -> None:
    """A page of 8 MiB is read, one byte more is left out with its size."""
    files = {"hb/a.md": b"a" * PAGE_BYTES, "hb/b.md": b"b" * (PAGE_BYTES + 1)}
    source = read_tree(open_archive(make(tmp_path / "archive", files), PLACE))
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.notices == (Notice("b.md", NoticeKind.TOO_LARGE, "8.0", left_out=True),)


def test_last_of_two_with_one_path_counts(tmp_path: Path) -> None:
    """A tar that was added to has the newer file behind the older one."""
    pages = [regular("hb/a.md", raw) for raw in (b"# Old", b"# New")]
    tree = open_archive(tar_members(tmp_path / "archive", pages), PLACE)
    assert tree.read("a.md") == b"# New"


def test_file_and_folder_with_one_path(tmp_path: Path) -> None:
    """What was a file may become a folder in a tar that was added to, and the other way round."""
    members = [regular(name, b"# A") for name in ("hb/a.md", "hb/a.md/b.md", "hb/c/d.md", "hb/c")]
    tree = open_archive(tar_members(tmp_path / "archive", members), PLACE)
    assert tree.listing().paths == ("a.md/b.md", "c")


def test_devices_are_passed_over(tmp_path: Path) -> None:
    """Devices and pipes are nothing that a handbook has."""
    kinds = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
    members = [special(f"hb/{place}.md", kind) for place, kind in enumerate(kinds)]
    file = tar_members(tmp_path / "archive", [*members, regular("hb/a.md", b"# A")])
    tree = open_archive(file, PLACE)
    assert tree.listing().paths == ("a.md",)
    assert tree.listing().notices == ()


@make_either
def test_empty_handbook(make: Make, tmp_path: Path) -> None:
    """An archive without a single page is empty, not damaged."""
    for files in ({}, {"hb/a.png": b""}):
        with pytest.raises(HandbookUnreadableError) as caught:
            read_tree(open_archive(make(tmp_path / "archive", files), PLACE))
        assert caught.value.problem is PlaceProblem.EMPTY
