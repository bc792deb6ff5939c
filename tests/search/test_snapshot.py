"""A loaded index answers as the built one does."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answer import answer
from bot.terminal.known_question import read_questions
from index.handbook import read_handbook
from index.search.analysis import Step, build_analysis
from index.search.build import build_index
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import MANIFEST
from index.search.snapshot.passage_codec import Record, decode_passage
from index.search.snapshot.store import load_snapshot, save_index
from index.search.weights import Weights
from tests.handbooks import shared
from tests.search.cast import CAST, cast
from tests.search.same import assert_same
from tests.search.snapshots import FINGERPRINT, flaw_of, loaded, saved

if TYPE_CHECKING:
    from index.search.index import Index

QUESTIONS = ("hvem godkender en faktura", "feriepenge", "skrm til kontoret", "xyzzy", "", "who")

DECODE = "index.search.snapshot.stored_passages.decode_passage"


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
        (replace(FINGERPRINT, maker="x"), Flaw.OTHER_MAKER),
        (replace(FINGERPRINT, handbook="x"), Flaw.OTHER_HANDBOOK),
    ):
        with pytest.raises(SnapshotUnusableError) as caught:
            load_snapshot(tmp_path, other)
        assert caught.value.flaw is flaw
    load_snapshot(tmp_path, replace(FINGERPRINT, handbook="x"), stale=True)
    with pytest.raises(SnapshotUnusableError):
        load_snapshot(tmp_path, replace(FINGERPRINT, maker="x"), stale=True)
    manifest = json.loads((files / MANIFEST).read_text(encoding="utf-8"))
    manifest["format"] += 1
    (files / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert flaw_of(tmp_path).flaw is Flaw.OTHER_FORMAT


def test_a_loaded_index_is_refreshed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages are known by a digest; no passage of it is read for that."""
    handbook = read_handbook(str(CAST))
    pages = list(handbook.cut)
    saved(build_index([one for page in pages[1:] for one in handbook.cut[page]]), tmp_path)
    before = load_snapshot(tmp_path, replace(FINGERPRINT, handbook="newer"), stale=True).index
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
        save_index(index, tmp_path, FINGERPRINT)
