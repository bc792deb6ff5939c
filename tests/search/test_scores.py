"""The impacts of the index add up to what rank-bm25 says."""

import random
from functools import cache

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.search.index import Index, _page_languages, _terms
from index.search.retrieve import retrieve
from tests.handbooks import shared
from tests.search.cast import cast, index_of, index_of_folder

SUBJECTS = "brylt kvarm snolp drisk flomt grask plinf skvat tromf vrals knilf blosk".split()
"""Words of no language: no synonym, no parts, no stem of another."""


LEAST_WEIGHT = 0.1
"""Below this a word is in about half of all passages."""


def _corpus(index: Index) -> list[list[str]]:
    """Build the lists of terms that the index was weighed from, by its own function."""
    languages = _page_languages(index.passages)
    return [
        _terms(passage, languages[passage.section.page], index.analysis, index.compounds)
        for passage in index.passages
    ]


def _assert_equal(index: Index, terms: list[str], bm25: BM25Okapi) -> None:
    scores = np.zeros(len(index.passages))
    for term in terms:
        if term in index.postings:
            scores[index.postings[term].passages] += index.postings[term].impacts
    assert np.abs(scores - bm25.get_scores(terms)).max() < 1e-6


@cache
def _real() -> tuple[Index, BM25Okapi]:
    index = index_of_folder(shared("handbooks/os2"))
    return index, BM25Okapi(_corpus(index))


def test_impacts_of_a_real_handbook() -> None:
    """Any set of terms of a real handbook scores the same, known and unknown ones."""
    index, bm25 = _real()
    chance = random.Random(0)  # noqa: S311 - the same terms in every run
    vocabulary = sorted(index.postings)
    assert set(vocabulary) == set(bm25.idf)
    for size in range(1, 120):
        _assert_equal(index, [*chance.sample(vocabulary, size), "findesikke"], bm25)


def test_every_posting_of_the_cast() -> None:
    """Each term alone scores the same in every passage, so no posting is missing or spare."""
    index = cast()
    bm25 = BM25Okapi(_corpus(index))
    assert set(index.postings) == set(bm25.idf)
    for term, postings in index.postings.items():
        _assert_equal(index, [term], bm25)
        assert postings.passages.tolist() == sorted(set(postings.passages.tolist()))
        assert index.rarity[term] == pytest.approx(bm25.idf[term])


PAGES = st.lists(
    st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=9), min_size=12, max_size=20
)


@settings(deadline=None, max_examples=15)
@given(pages=PAGES, asked=st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=4, unique=True))
def test_a_plain_question_scores_as_rank_bm25_says(
    pages: list[list[str]], asked: list[str]
) -> None:
    """Without synonyms, parts and mended words a score is BM25 times the coverage."""
    files = {f"{n}.md": f"# side {n}\n{' '.join(words)}\n" for n, words in enumerate(pages)}
    index = index_of(files)
    bm25 = BM25Okapi(_corpus(index))
    terms = [term for word in asked for term in index.analysis.every_term(word, index.languages)]
    # A word in more than half of the passages has a floor of rank-bm25's, and one of ours.
    assume(all(bm25.idf.get(term, 1.0) > LEAST_WEIGHT for term in terms))
    expected = bm25.get_scores(list(dict.fromkeys(terms)))
    hits = retrieve(" ".join(asked), index, most=50).hits
    assert len(hits) == (expected > 0).sum()
    for hit in hits:
        number = index.passages.index(hit.passage)
        assert hit.score == pytest.approx(expected[number] * hit.coverage, abs=1e-6)
