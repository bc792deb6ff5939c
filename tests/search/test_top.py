"""The best that pruning finds are the best of all, in their order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import bounds, top, weigh
from index.search.postings import Postings
from index.search.top import best
from index.search.wanted import Wanted, everywhere, look_up, worth
from tests.search.corpora import CORPORA, TERMS, Corpus, weighed

READINGS = st.lists(
    st.tuples(
        st.sampled_from((1.0, 0.8, 0.6)),
        st.lists(st.integers(0, TERMS - 1), min_size=1, max_size=3, unique=True).map(tuple),
    ),
    max_size=3,
).map(tuple)
CONCEPTS = st.lists(
    st.builds(Wanted, st.sampled_from((2.5, 1.0, 0.3)), READINGS), min_size=1, max_size=6
)


def _by_hand(concepts: list[Wanted], corpus: Corpus, postings: Postings) -> list[float]:
    """Score each passage on its own, as the docstrings say it."""
    found = []
    for number, passage in enumerate(corpus):
        score = 0.0
        for concept in concepts:
            readings = [
                weight * sum(postings.impact(term, number) for term in terms) / len(terms)
                for weight, terms in concept.readings
                if set(terms) <= set(passage)
            ]
            score += concept.weight * max(readings, default=0.0)
        found.append(score)
    return found


@dataclass(frozen=True)
class Case:
    """A corpus with a question and a way to search."""

    corpus: Corpus
    concepts: list[Wanted]
    extra: list[Wanted]
    plain: bool
    """Whether each term is asked for as a concept of its own, as rank-bm25 does."""
    most: int
    wide: bool
    """Whether the weights have 64 bits."""
    pruned: bool
    """Whether as little as possible is read."""


CASES = st.builds(
    Case,
    CORPORA,
    CONCEPTS,
    extra=st.lists(st.builds(Wanted, st.just(0.4), READINGS), max_size=2),
    plain=st.booleans(),
    most=st.integers(1, 12),
    wide=st.booleans(),
    pruned=st.booleans(),
)


@contextmanager
def _searched_so(case: Case) -> Iterator[None]:
    """Make sizes small enough for a small corpus to take every way."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(weigh, "EXACT", 1_000 if case.wide else 0)
        # Where words weigh next to nothing, rounding would decide.
        changed.setattr(weigh, "LEAST", 0.1)
        for name, value in (("LOOKED_AT", 16), ("DEPTH", 1), ("COUNTED", 1), ("FEW", 2)):
            changed.setattr(bounds, name, value)
        if case.pruned:
            changed.setattr(top, "WORTH_A_GUESS", 0)
            changed.setattr(top, "SAMPLE", 1)
        yield


@settings(deadline=None, max_examples=400)
@given(case=CASES)
def test_the_best_are_the_best_of_all(case: Case) -> None:
    """Set and order are those of scoring every passage, in either precision, pruned or not."""
    with _searched_so(case):
        postings, concepts = weighed(case.corpus), case.concepts
        if case.plain:
            terms = {term for one in concepts for _, some in one.readings for term in some}
            concepts = [Wanted(postings.rarity.item(term), ((1.0, (term,)),)) for term in terms]
        told = _by_hand(concepts, case.corpus, postings)
        asked = _by_hand(case.extra, case.corpus, postings)
        # Rounded, since sums that differ in their last digit are the same.
        expected = sorted(
            (-round(one + more, 9), number)
            for number, (one, more) in enumerate(zip(told, asked, strict=True))
            if one > 0
        )[: case.most]
        # Twice: a search leaves nothing behind.
        for _ in range(2):
            found = best(concepts, postings, case.most, case.extra)
            assert found.documents.tolist() == [number for _, number in expected]
            assert found.scores == pytest.approx([-score for score, _ in expected], rel=1e-5)


@settings(deadline=None)
@given(corpus=CORPORA, concept=CONCEPTS.map(lambda some: some[0]), chosen=st.data())
def test_a_concept_is_worth_the_same_wherever_it_is_read(
    corpus: Corpus, concept: Wanted, chosen: st.DataObject
) -> None:
    """Over all passages and over some."""
    postings = weighed(corpus)
    numbers = sorted(chosen.draw(st.sets(st.integers(0, len(corpus) - 1))))
    some = np.array(numbers, np.int64)
    whole = everywhere(concept, postings)
    assert whole[some] == pytest.approx(worth([concept], postings, some)[0])
    assert whole[some] == pytest.approx(look_up(concept, postings, some))


def test_a_handbook_without_words() -> None:
    """Nothing is found, and nothing fails."""
    corpora: tuple[Corpus, ...] = ([], [[]], [[], []])
    for corpus in corpora:
        postings = weighed(corpus)
        assert not len(best([Wanted(1.0, ((1.0, (0,)),))], postings, 3).documents)
        assert not len(best([], postings, 3).documents)


def test_it_can_be_read_from_files(tmp_path: Path) -> None:
    """Every array is a plain one, and none of them is written to."""
    chance = np.random.default_rng(0)
    postings = weighed([chance.integers(TERMS, size=9).tolist() for _ in range(50)])
    arrays = {
        field.name: getattr(postings, field.name)
        for field in fields(Postings)
        if isinstance(getattr(postings, field.name), np.ndarray)
    }
    for name, array in arrays.items():
        np.save(tmp_path / f"{name}.npy", array)
    mapped = {name: np.load(tmp_path / f"{name}.npy", mmap_mode="r") for name in arrays}
    read = replace(postings, **mapped, spare=[], views={})
    concepts = [Wanted(1.0, ((1.0, (0,)), (0.5, (1, 2)))), Wanted(2.0, ((1.0, (3,)),))]
    for _ in range(2):
        assert best(concepts, read, 5).documents.tolist() == (
            best(concepts, postings, 5).documents.tolist()
        )
