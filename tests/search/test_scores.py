"""The inverted file adds up to what rank-bm25 says, posting by posting."""

import random
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.search import weigh
from index.search.fields import times
from index.search.index import Index
from index.search.postings import Postings
from index.search.tokens import Field
from index.search.wanted import Wanted, worth
from tests.handbooks import shared
from tests.search.cast import cast, index_of_folder
from tests.search.corpora import CORPORA, TERMS, Corpus, weighed


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
    vocabulary = sorted(term for term, idf in bm25.idf.items() if idf > weigh.LEAST)
    for size in range(1, 100):
        terms = chance.sample(vocabulary, size)
        assert np.abs(_scores(postings, terms) - bm25.get_scores(terms)).max() < 1e-6


def test_every_posting_of_the_cast() -> None:
    """Each term alone scores the same in every passage, so no posting is missing or spare."""
    index = cast()
    bm25 = BM25Okapi(_corpus(index))
    assert set(index.lexicon.values()) == set(bm25.idf)
    for term, idf in bm25.idf.items():
        assert index.postings.rarity[term] == pytest.approx(max(idf, weigh.LEAST))
        documents, impacts = index.postings.of(term)
        assert documents.tolist() == sorted(set(documents.tolist()))
        assert np.abs(index.postings.impacts([term], documents)[0] - impacts).max() < 1e-12
        theirs = bm25.get_scores([term])
        ours = np.zeros(len(theirs))
        ours[documents] = impacts * idf
        assert np.abs(ours - theirs).max() < 1e-6


@settings(deadline=None)
@given(corpus=CORPORA, asked=st.lists(st.integers(0, TERMS - 1), min_size=1, unique=True))
def test_any_corpus_scores_as_rank_bm25_says(corpus: Corpus, asked: list[int]) -> None:
    """That holds for its floor under words in more than half of all passages, too."""
    postings, bm25 = weighed(corpus), BM25Okapi(corpus)
    asked = [term for term in asked if bm25.idf.get(term, 0) > weigh.LEAST]
    assert np.abs(_scores(postings, asked) - bm25.get_scores(asked)).max() < 1e-6
