"""A loaded index answers as the built one does, and a spoiled one is not taken for whole."""

import json
import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answer import answer
from bot.terminal.known_question import read_questions
from index.handbook import read_handbook
from index.search.analysis import Step, build_analysis
from index.search.index import Index, build_index
from index.search.snapshot import publishing
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import MANIFEST
from index.search.snapshot.passage_codec import Record, decode_passage
from index.search.snapshot.store import load_index, save_index
from index.search.weights import Weights
from tests.handbooks import REPOSITORY, shared
from tests.search.cast import CAST, cast
from tests.search.snapshots import EDITION, files_in, loaded, saved, sign
from tests.search.test_refresh import assert_same

QUESTIONS = ("hvem godkender en faktura", "feriepenge", "skrm til kontoret", "xyzzy", "", "who")

DECODE = "index.search.snapshot.stored_passages.decode_passage"


def _flaw(folder: Path) -> SnapshotUnusableError:
    with pytest.raises(SnapshotUnusableError) as caught:
        loaded(folder)
    assert str(folder) in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("place", "name"), [("handbooks/os2", "os2"), ("handbooks/18f/pages", "18f")]
)
def test_a_real_handbook_answers_the_same(place: str, name: str, tmp_path: Path) -> None:
    """All known questions have the very same answers, to the last bit of their scores."""
    handbook = read_handbook(str(shared(place)))
    synonyms = (("frikadelle", "kødbolle"),)
    built = build_index(handbook.passages, synonyms=synonyms, weights=Weights(few=0.25))
    saved(built, tmp_path)
    index = loaded(tmp_path)
    assert_same(index, built)
    assert index.weights == built.weights
    assert index.synonyms == synonyms
    assert dict(index.thesaurus.entries) == built.thesaurus.entries
    assert dict(index.thesaurus.expressions) == built.thesaurus.expressions
    assert {key: dict(one.spoken) for key, one in index.subjects.items()} == {
        key: one.spoken for key, one in built.subjects.items()
    }
    for question in read_questions(shared(f"questions/{name}.jsonl")):
        assert answer(question.text, index) == answer(question.text, built)


def test_no_pages_at_all(tmp_path: Path) -> None:
    """An empty index is one as well."""
    saved(build_index(()), tmp_path)
    index = loaded(tmp_path)
    assert len(index.passages) == 0
    assert answer("ferie", index) == answer("ferie", build_index(()))


def test_only_what_is_shown_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither loading nor ranking reads a passage."""
    saved(cast(), tmp_path)
    read: list[bytes] = []

    def counted(text: bytes) -> Record:
        read.append(text)
        return decode_passage(text)

    monkeypatch.setattr(DECODE, counted)
    index = loaded(tmp_path)
    assert not read
    given = answer("hvem godkender en faktura", index)
    assert 0 < len(read) <= len(getattr(given, "hits", ())) + 1


def test_another_edition_is_refused(tmp_path: Path) -> None:
    """What another version, other settings or other files made is none of ours."""
    files = saved(cast(), tmp_path)
    for other, flaw in (
        (replace(EDITION, maker="x"), Flaw.OTHER_MAKER),
        (replace(EDITION, handbook="x"), Flaw.OTHER_HANDBOOK),
    ):
        with pytest.raises(SnapshotUnusableError) as caught:
            load_index(tmp_path, other)
        assert caught.value.flaw is flaw
    load_index(tmp_path, replace(EDITION, handbook="x"), stale=True)
    with pytest.raises(SnapshotUnusableError):
        load_index(tmp_path, replace(EDITION, maker="x"), stale=True)
    manifest = json.loads((files / MANIFEST).read_text(encoding="utf-8"))
    manifest["format"] += 1
    (files / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert _flaw(tmp_path).flaw is Flaw.OTHER_FORMAT


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
            flaw = _flaw(folder).flaw
            assert flaw is Flaw.DAMAGED or name == MANIFEST
        shutil.rmtree(folder)
    loaded(whole)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "1"}', "\x00", '"x"'])
def test_a_list_of_files_that_is_none(text: str, tmp_path: Path) -> None:
    """Whatever stands in its place."""
    (saved(cast(), tmp_path) / MANIFEST).write_text(text, encoding="utf-8")
    assert _flaw(tmp_path).flaw is Flaw.DAMAGED


@pytest.mark.parametrize("name", ["words.json", "settings.json", "language.json", "pages.json"])
@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"gains": []}', "null"])
def test_a_text_that_is_signed_but_none_of_ours(name: str, text: str, tmp_path: Path) -> None:
    """A writer with a mistake is found as well, where the check sums are right."""
    files = saved(cast(), tmp_path)
    (files / name).write_text(text, encoding="utf-8")
    sign(files)
    assert _flaw(tmp_path).flaw is Flaw.DAMAGED


def test_an_array_that_the_list_does_not_have(tmp_path: Path) -> None:
    """Each array is needed."""
    files = saved(cast(), tmp_path)
    manifest = json.loads((files / MANIFEST).read_text(encoding="utf-8"))
    del manifest["files"]["section_of.npy"]
    (files / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert _flaw(tmp_path).fact == "section_of.npy"


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
    assert _flaw(tmp_path).flaw is Flaw.DAMAGED
    (files / "section_of.npy").write_bytes(pickle.dumps(_Trap(caught)))
    sign(files)
    assert _flaw(tmp_path).flaw is Flaw.DAMAGED
    assert not caught.exists()


@pytest.mark.parametrize("name", ["", "..", "snapshot-", "snapshot-../..", "/etc", "snapshot-a/b"])
def test_a_name_that_is_none(name: str, tmp_path: Path) -> None:
    """`current` cannot lead out of the folder."""
    saved(cast(), tmp_path)
    (tmp_path / "current").write_text(name, encoding="ascii")
    assert _flaw(tmp_path).flaw is Flaw.MISSING


def test_no_folder(tmp_path: Path) -> None:
    """There may be none yet, or a file in its place, or an empty one."""
    assert _flaw(tmp_path).flaw is Flaw.MISSING
    assert _flaw(tmp_path / "none").flaw is Flaw.MISSING
    (tmp_path / "file").write_text("")
    assert _flaw(tmp_path / "file").flaw is Flaw.MISSING


def test_what_the_system_does_not_let_be_read(tmp_path: Path) -> None:
    """That is said as what it is."""
    files = saved(cast(), tmp_path)
    (files / "aspects.npy").unlink()
    (files / "aspects.npy").mkdir()
    assert _flaw(tmp_path).flaw in {Flaw.UNREADABLE, Flaw.DAMAGED}
    (tmp_path / "current").unlink()
    (tmp_path / "current").mkdir()
    assert _flaw(tmp_path).flaw is Flaw.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    """A folder without permission to read it."""
    saved(cast(), tmp_path).chmod(0)
    assert _flaw(tmp_path).flaw is Flaw.UNREADABLE


def test_a_writer_that_fails_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, say: the earlier snapshot holds, and nothing half-written stays."""
    saved(cast(), tmp_path)
    before = sorted(tmp_path.rglob("*"))
    save, written = np.save, []

    def full(file: IO[bytes], array: NDArray[np.generic], *, allow_pickle: bool) -> None:
        written.append(array)
        if len(written) > 5:
            raise OSError
        save(file, array, allow_pickle=allow_pickle)

    monkeypatch.setattr(np, "save", full)
    with pytest.raises(OSError):  # noqa: PT011 - as raised above
        save_index(cast(), tmp_path, EDITION)
    assert len(written) > 5
    assert sorted(tmp_path.rglob("*")) == before
    loaded(tmp_path)


def test_a_writer_that_was_killed(tmp_path: Path) -> None:
    """What it left is not taken for a snapshot, and is removed when it is old."""
    left = tmp_path / "snapshot-left"
    left.mkdir()
    (left / "words.json").write_text("[")
    assert _flaw(tmp_path).flaw is Flaw.MISSING
    saved(cast(), tmp_path)
    assert left.exists()
    long_ago = time.time() - 2 * publishing.ABANDONED
    os.utime(left, (long_ago, long_ago))
    saved(cast(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", files_in(tmp_path).name]


def test_an_index_in_use_outlives_its_files(tmp_path: Path) -> None:
    """A newer snapshot removes the older one while questions are answered from it."""
    old = saved(cast(), tmp_path)
    index = loaded(tmp_path)
    saved(cast(), tmp_path)
    assert not old.exists()
    for question in QUESTIONS:
        assert answer(question, index) == answer(question, cast())


WRITE = """
import sys
from pathlib import Path
from tests.search.cast import cast
from tests.search.snapshots import saved
print("ready", flush=True)
for _ in range(8):
    saved(cast(), Path(sys.argv[1]))
"""


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Start two processes that write snapshots, one after the other."""
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    started = [
        subprocess.Popen(  # noqa: S603 - our own interpreter
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    yield started
    for process in started:
        process.kill()
        process.communicate()


def test_two_writers_and_a_reader(tmp_path: Path, writers: list[subprocess.Popen[str]]) -> None:
    """Whatever other processes write, every load gets a whole index or says that there is none."""
    saved(cast(), tmp_path)
    loads = 0
    while any(process.poll() is None for process in writers):
        index = loaded(tmp_path)
        assert answer(QUESTIONS[0], index) == answer(QUESTIONS[0], cast())
        loads += 1
    for process in writers:
        out, err = process.communicate()
        assert (process.returncode, out) == (0, "ready\n"), err
    assert loads > 1
    loaded(tmp_path)


def test_a_loaded_index_is_refreshed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages are known by a digest; no passage of it is read for that."""
    handbook = read_handbook(str(CAST))
    pages = list(handbook.cut)
    saved(build_index([one for page in pages[1:] for one in handbook.cut[page]]), tmp_path)
    before = load_index(tmp_path, replace(EDITION, handbook="newer"), stale=True)
    monkeypatch.setattr(DECODE, None)
    again = read_handbook(str(CAST)).passages
    index = build_index(again, before=before)
    fresh = index.arrangement.fresh
    assert {index.passages[number].section.page for number in fresh.tolist()} == {pages[0]}
    assert_same(index, build_index(handbook.passages))
    saved(index, tmp_path / "next")
    monkeypatch.undo()
    assert_same(loaded(tmp_path / "next"), index)
    for question in QUESTIONS:
        assert answer(question, loaded(tmp_path / "next")) == answer(question, index)


def test_a_loaded_index_is_saved(tmp_path: Path) -> None:
    """It is the same once more."""
    saved(cast(), tmp_path / "a")
    saved(loaded(tmp_path / "a"), tmp_path / "b")
    assert_same(loaded(tmp_path / "b"), cast())


def test_another_analysis_is_not_saved(tmp_path: Path) -> None:
    """Its steps are code, which no snapshot holds."""
    index: Index = build_index(cast().passages, analysis=build_analysis(without=Step.STEM))
    with pytest.raises(ValueError, match="Analysis"):
        save_index(index, tmp_path, EDITION)
