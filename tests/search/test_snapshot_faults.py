"""A spoiled snapshot is not taken for a whole one, and nothing in it is run."""

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.search.snapshot.flaw import Flaw
from index.search.snapshot.manifest import MANIFEST
from tests.search.cast import cast
from tests.search.snapshots import files_in, flaw_of, loaded, saved, sign


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def _longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize("spoil", [_cut, _flip, _longer, Path.unlink])
def test_each_file_is_needed_whole(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    """A file that is missing, or has a bit too many or too few or another one, is found."""
    whole = tmp_path / "whole"
    names = [path.name for path in saved(cast(), whole).iterdir()]
    assert len(names) > 40
    for name in names:
        folder = tmp_path / "spoiled"
        shutil.copytree(whole, folder)
        spoil(files_in(folder) / name)
        if name != MANIFEST or spoil is not _longer:
            flaw = flaw_of(folder).flaw
            assert flaw is Flaw.DAMAGED or name == MANIFEST
        shutil.rmtree(folder)
    loaded(whole)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "1"}', "\x00", '"x"'])
def test_a_list_of_files_that_is_none(text: str, tmp_path: Path) -> None:
    """Whatever stands in its place."""
    (saved(cast(), tmp_path) / MANIFEST).write_text(text, encoding="utf-8")
    assert flaw_of(tmp_path).flaw is Flaw.DAMAGED


@pytest.mark.parametrize("name", ["words.json", "settings.json", "language.json", "pages.json"])
@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"gains": []}', "null"])
def test_a_text_that_is_signed_but_none_of_ours(name: str, text: str, tmp_path: Path) -> None:
    """A writer with a mistake is found as well, where the check sums are right."""
    files = saved(cast(), tmp_path)
    (files / name).write_text(text, encoding="utf-8")
    sign(files)
    assert flaw_of(tmp_path).flaw is Flaw.DAMAGED


def test_an_array_that_the_list_does_not_have(tmp_path: Path) -> None:
    """Each array is needed."""
    files = saved(cast(), tmp_path)
    manifest = json.loads((files / MANIFEST).read_text(encoding="utf-8"))
    del manifest["files"]["section_of.npy"]
    (files / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert flaw_of(tmp_path).fact == "section_of.npy"


class _Trap:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self._path),)


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    """A cache folder may be written by others: what stands there is never run."""
    files, caught = saved(cast(), tmp_path), tmp_path / "caught"
    trap = np.array([_Trap(caught)], object)
    np.save(files / "section_of.npy", trap, allow_pickle=True)
    sign(files)
    assert flaw_of(tmp_path).flaw is Flaw.DAMAGED
    (files / "section_of.npy").write_bytes(pickle.dumps(_Trap(caught)))
    sign(files)
    assert flaw_of(tmp_path).flaw is Flaw.DAMAGED
    assert not caught.exists()


@pytest.mark.parametrize("name", ["", "..", "snapshot-", "snapshot-../..", "/etc", "snapshot-a/b"])
def test_a_name_that_is_none(name: str, tmp_path: Path) -> None:
    """`current` cannot lead out of the folder."""
    saved(cast(), tmp_path)
    (tmp_path / "current").write_text(name, encoding="ascii")
    assert flaw_of(tmp_path).flaw is Flaw.MISSING


def test_no_folder(tmp_path: Path) -> None:
    """There may be none yet, or a file in its place, or an empty one."""
    assert flaw_of(tmp_path).flaw is Flaw.MISSING
    assert flaw_of(tmp_path / "none").flaw is Flaw.MISSING
    (tmp_path / "file").write_text("")
    assert flaw_of(tmp_path / "file").flaw is Flaw.MISSING


def test_what_the_system_does_not_let_be_read(tmp_path: Path) -> None:
    """That is said as what it is."""
    files = saved(cast(), tmp_path)
    (files / "aspects.npy").unlink()
    (files / "aspects.npy").mkdir()
    assert flaw_of(tmp_path).flaw in {Flaw.UNREADABLE, Flaw.DAMAGED}
    (tmp_path / "current").unlink()
    (tmp_path / "current").mkdir()
    assert flaw_of(tmp_path).flaw is Flaw.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    """A folder without permission to read it."""
    saved(cast(), tmp_path).chmod(0)
    assert flaw_of(tmp_path).flaw is Flaw.UNREADABLE
