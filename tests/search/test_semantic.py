"""Search by meaning: a passage is found without a word in common, and no more is claimed."""

import socket
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import numpy as np
import pytest

from bot.answer import (
    ANSWERED_CONFIDENCE,
    UNCERTAIN_CONFIDENCE,
    Answered,
    NotFound,
    Uncertain,
    answer,
)
from bot.settings.handbook import HandbookSettings
from index.search.encoder import Encoder, load_encoder
from index.search.index import Index
from index.search.ranking import BY_MEANING, rank
from index.search.score import Part
from index.search.semantic import NEAREST, Meaning, embed_passages
from index.search.understand import understand
from index.search.why import explain
from tests.search.cast import cast, index_of
from tests.search.semantic_models import onnx_model, static_model

PAGES: Final = {
    "dyr.md": "# Kæledyr\nEt kæledyr er velkomment, når ingen kollega har allergi over for det.\n",
    "bil.md": "# Parkering\nDer er en plads til hver bil bag ved huset.\n",
    "mad.md": "# Kantine\nDer er frokost hver dag fra klokken elleve.\n",
    "penge.md": "# Løn\nLøn udbetales den sidste hverdag, og en lønseddel følger med.\n",
    "it.md": "# Adgangskode\nEn adgangskode til din computer er på mindst tolv tegn.\n",
    "syg.md": "# Fravær\nVed sygdom ringer du, inden du skulle have mødt.\n",
}

ASKED: Final = ("vuffer", "hvad med en vuffer?", "parkering", "hvornår udbetales løn?", "", "🙌")


@pytest.fixture(scope="module", params=["model2vec", "onnx"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index that has the vectors of a model, of either kind."""
    folder = tmp_path_factory.mktemp("model")
    made = static_model(folder) if request.param == "model2vec" else onnx_model(folder)
    return _with(index_of(PAGES), load_encoder(str(made)))


def _with(index: Index, encoder: Encoder) -> Index:
    return replace(index, meaning=embed_passages(index.passages, encoder))


def _without(index: Index) -> Index:
    return replace(index, meaning=None)


def test_a_question_without_a_common_word_finds_its_passage(index: Index) -> None:
    """What the handbook calls otherwise is found by meaning, and shown as uncertain."""
    question = "må min vuffer komme?"
    assert isinstance(answer(question, _without(index)), NotFound)
    given = answer(question, index)
    assert isinstance(given, Uncertain)
    assert [hit.passage.section.heading for hit in given.hits] == ["Kæledyr"]
    assert given.hits[0].excerpt.text.startswith("Et kæledyr er velkomment")


def test_meaning_alone_never_is_the_answer(index: Index) -> None:
    """However near, it is shown as uncertain; a word in common is what answers."""
    assert UNCERTAIN_CONFIDENCE <= BY_MEANING < ANSWERED_CONFIDENCE
    assert isinstance(answer("vuffer", index), Uncertain)
    assert isinstance(answer("kæledyr", index), Answered)


def test_what_is_near_to_nothing_is_not_found(index: Index) -> None:
    """Words that the model does not know, or whose subject the handbook has not, find nothing."""
    assert isinstance(answer("hydrofor", index), NotFound)
    assert isinstance(answer("sommerhus", index), NotFound)


def test_only_the_place_among_the_nearest_counts(index: Index) -> None:
    """Each passage gets weight x rarity x K / (K + place)."""
    assert index.meaning
    weights = replace(index.weights, semantic=0.7, semantic_rank=4.0, semantic_least=-9.0)
    question = understand("vuffer parkering", index)
    found = rank(question, replace(index, weights=weights), 9)
    places = index.meaning.nearest("vuffer parkering", -9.0).tolist()
    assert len(places) == len(PAGES)
    for one in found.ranked:
        share = 4.0 / (4.0 + places.index(one.passage))
        expected = 0.7 * found.question.rarity * share
        assert dict(one.parts)[Part.SEMANTIC] == pytest.approx(expected)


def test_the_nearer_of_two_with_the_same_words_comes_first(index: Index) -> None:
    """Words and meaning are added up."""
    text = "Spørg receptionen, som har en {} og mere af den slags."
    pages = {
        f"{word}.md": f"# Huset\n{text.format(word)}\n" for word in ("garage", "login", "missekat")
    }
    assert index.meaning
    own = _with(index_of(pages), index.meaning.encoder)
    question = "receptionen og min vuffer"
    plain = answer(question, _without(own))
    given = answer(question, own)
    assert isinstance(plain, Answered | Uncertain)
    assert isinstance(given, Answered | Uncertain)
    assert plain.hits[0].passage.section.page == "garage.md"
    assert given.hits[0].passage.section.page == "missekat.md"


@pytest.mark.parametrize("question", ASKED)
def test_the_parts_add_up(index: Index, question: str) -> None:
    """The score that is shown is the sum of what `why` tells."""
    given = answer(question, index)
    reasons = explain(question, index).reasons
    hits = () if isinstance(given, NotFound) else given.hits
    assert [reason.score for reason in reasons] == pytest.approx([hit.score for hit in hits])


def test_why_tells_it(index: Index) -> None:
    """The part stands among the others."""
    assert dict(explain("vuffer", index).reasons[0].parts)[Part.SEMANTIC] > 0


@pytest.mark.parametrize("question", ASKED)
def test_a_weight_of_zero_and_no_model_are_the_same(index: Index, question: str) -> None:
    """Nothing of the model is left in candidates, scores or confidence."""
    off = replace(index, weights=replace(index.weights, semantic=0.0))
    asked = understand(question, index)
    assert rank(asked, off, 9) == rank(asked, _without(index), 9)


def test_off_by_default() -> None:
    """Without a setting there is no model, and the part is nothing."""
    assert HandbookSettings.model_fields["semantic_model"].default == ""
    assert cast().meaning is None
    found = rank(understand("hvem godkender fakturaer?", cast()), cast(), 9).ranked
    assert found
    assert {dict(one.parts)[Part.SEMANTIC] for one in found} == {0.0}


def test_no_network(
    index: Index,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Loading and asking work where no socket can be made."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a socket was made")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    again = _with(_without(index), load_encoder(str(static_model(tmp_path))))
    assert isinstance(answer("vuffer", again), Uncertain)


def test_at_most_so_many_are_near_in_order() -> None:
    """Of very many passages the nearest are taken, the nearest first, the first of equals first."""
    chance = np.random.default_rng(0)
    angles = np.repeat(chance.uniform(0, np.pi, 2 * NEAREST), 2)
    vectors = np.stack((np.cos(angles), np.sin(angles)), axis=1).astype(np.float32)
    meaning = Meaning(Encoder(lambda texts: np.array([[2, 0]] * len(texts), np.float32)), vectors)
    expected = np.argsort(-vectors[:, 0], kind="stable")[:NEAREST]
    assert meaning.nearest("", -9.0).tolist() == expected.tolist()


def test_an_empty_handbook_has_no_meaning() -> None:
    """No passages, no vectors, nothing near, whatever the model."""
    encoder = Encoder(lambda texts: np.ones((len(texts), 3), np.float32))
    meaning = embed_passages((), encoder)
    assert meaning.vectors.shape == (0, 3)
    assert meaning.nearest("hvad", 0.4).tolist() == []
