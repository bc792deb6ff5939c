"""The inverted file adds up to what rank-bm25 says, and its best are the best of all."""

import random
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.search import bounds, top, weigh
from index.search.fields import times
from index.search.index import Index
from index.search.postings import Postings
from index.search.tokens import Field
from index.search.top import best
from index.search.wanted import Wanted, everywhere, look_up, worth
from tests.handbooks import shared
from tests.search.cast import cast, index_of_folder

TERMS = 7
"""A small vocabulary makes for many ties, and for words in more than half of the passages."""

Corpus = list[list[int]]


def _corpus(index: Index) -> Corpus:
    """Return each passage's terms as often as they count."""
    starts, terms = index.tokens.starts, index.tokens.terms
    found = []
    for number, passage in enumerate(index.passages):
        base = number * len(Field)
        found.append(
            [
                term
                for field, often in enumerate(times(passage))
                for term in terms[starts[base + field] : starts[base + field + 1]].tolist()
                for _ in range(often)
            ]
        )
    return found


def _weighed(corpus: Corpus, vocabulary: int = TERMS) -> Postings:
    terms = np.array([term for passage in corpus for term in passage], np.int32)
    documents = np.repeat(np.arange(len(corpus), dtype=np.int32), [len(one) for one in corpus])
    return weigh.weigh(terms, documents, np.ones(len(terms), np.int64), vocabulary, len(corpus))


def _scores(postings: Postings, terms: list[int]) -> NDArray[np.float64]:
    everything = np.arange(postings.size)
    wanted = [Wanted(postings.rarity.item(term), ((1.0, (term,)),)) for term in terms]
    found: NDArray[np.float64] = worth(wanted, postings, everything).sum(axis=0)
    return found


@cache
def _real() -> tuple[Postings, BM25Okapi]:
    index = index_of_folder(shared("handbooks/os2"))
    return index.postings, BM25Okapi(_corpus(index))


def test_terms_of_a_real_handbook_score_as_rank_bm25_says() -> None:
    """Any set of its terms does."""
    postings, bm25 = _real()
    chance = random.Random(0)  # noqa: S311 - the same terms in every run
    vocabulary = sorted(term for term, idf in bm25.idf.items() if idf > weigh.LEAST_RARITY)
    for size in range(1, 100):
        terms = chance.sample(vocabulary, size)
        assert np.abs(_scores(postings, terms) - bm25.get_scores(terms)).max() < 1e-6


def test_every_posting_of_the_cast() -> None:
    """Each term alone scores the same in every passage, so no posting is missing or spare."""
    index = cast()
    bm25 = BM25Okapi(_corpus(index))
    assert set(index.lexicon.values()) == set(bm25.idf)
    for term, idf in bm25.idf.items():
        assert index.postings.rarity[term] == pytest.approx(max(idf, weigh.LEAST_RARITY))
        documents, impacts = index.postings.of(term)
        assert documents.tolist() == sorted(set(documents.tolist()))
        assert np.abs(index.postings.impacts([term], documents)[0] - impacts).max() < 1e-12
        theirs = bm25.get_scores([term])
        ours = np.zeros(len(theirs))
        ours[documents] = impacts * idf
        assert np.abs(ours - theirs).max() < 1e-6


CORPORA = st.lists(
    st.lists(st.integers(0, TERMS - 1), min_size=1, max_size=12), min_size=1, max_size=60
)


@settings(deadline=None)
@given(corpus=CORPORA, asked=st.lists(st.integers(0, TERMS - 1), min_size=1, unique=True))
def test_any_corpus_scores_as_rank_bm25_says(corpus: Corpus, asked: list[int]) -> None:
    """That holds for its floor under words in more than half of all passages, too."""
    postings, bm25 = _weighed(corpus), BM25Okapi(corpus)
    asked = [term for term in asked if bm25.idf.get(term, 0) > weigh.LEAST_RARITY]
    assert np.abs(_scores(postings, asked) - bm25.get_scores(asked)).max() < 1e-6


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


@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("pruned", [True, False])
@settings(deadline=None)
@given(
    corpus=CORPORA,
    concepts=CONCEPTS,
    extra=st.lists(st.builds(Wanted, st.just(0.4), READINGS), max_size=2),
    most=st.integers(1, 12),
    plain=st.booleans(),
)
def test_the_best_are_the_best_of_all(
    wide: bool,  # noqa: FBT001 - pytest passes parameters by name
    pruned: bool,  # noqa: FBT001
    corpus: Corpus,
    concepts: list[Wanted],
    extra: list[Wanted],
    most: int,
    plain: bool,  # noqa: FBT001
) -> None:
    """Set and order are those of scoring every passage, in either precision, pruned or not."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(weigh, "EXACT", 1_000 if wide else 0)
        changed.setattr(bounds, "LOOKED_AT", 16)
        changed.setattr(bounds, "DEPTH", 1)
        changed.setattr(bounds, "COUNTED", 1)
        changed.setattr(bounds, "FEW", 2)
        if pruned:
            changed.setattr(top, "WORTH_A_GUESS", 0)
            changed.setattr(top, "SAMPLE", 1)
        postings = _weighed(corpus)
        if plain:
            concepts = [
                Wanted(postings.rarity.item(term), ((1.0, (term,)),))
                for term in dict.fromkeys(t for c in concepts for _, ts in c.readings for t in ts)
            ]
        told = _by_hand(concepts, corpus, postings)
        asked = _by_hand(extra, corpus, postings)
        # Rounded, since sums that differ in their last digit are the same.
        expected = sorted(
            (-round(one + more, 9), number)
            for number, (one, more) in enumerate(zip(told, asked, strict=True))
            if one > 0
        )[:most]
        for _ in range(2):
            found = best(concepts, postings, most, extra)
            assert found.documents.tolist() == [number for _, number in expected]
            assert found.scores == pytest.approx([-score for score, _ in expected], rel=1e-5)


@settings(deadline=None)
@given(corpus=CORPORA, concept=CONCEPTS.map(lambda some: some[0]), chosen=st.data())
def test_a_concept_is_worth_the_same_wherever_it_is_read(
    corpus: Corpus, concept: Wanted, chosen: st.DataObject
) -> None:
    """Over all passages and over some."""
    postings = _weighed(corpus)
    numbers = sorted(chosen.draw(st.sets(st.integers(0, len(corpus) - 1))))
    some = np.array(numbers, np.int64)
    whole = everywhere(concept, postings)
    assert whole[some] == pytest.approx(worth([concept], postings, some)[0])
    assert whole[some] == pytest.approx(look_up(concept, postings, some))


def test_a_handbook_without_words() -> None:
    """Nothing is found, and nothing fails."""
    for corpus in ([], [[]], [[], []]):
        postings = _weighed(corpus)
        assert not len(best([Wanted(1.0, ((1.0, (0,)),))], postings, 3).documents)
        assert not len(best([], postings, 3).documents)
