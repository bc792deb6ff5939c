"""Two indexes that are the same, whatever way they were made."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answer import answer
from index.search.index import Index
from index.search.postings import Postings


def assert_same(one: Index, other: Index) -> None:
    """Hold two indexes equal in all that a question can reach, term by term."""
    assert list(one.passages) == list(other.passages)
    assert one.lexicon.keys() == other.lexicon.keys()
    assert sorted(one.lexicon.values()) == list(range(len(one.lexicon)))
    assert one.languages == other.languages
    assert one.arrangement.pages == other.arrangement.pages
    assert one.spelling.counts == other.spelling.counts
    assert one.compounds.counts == other.compounds.counts
    assert one.vocabulary.parts == other.vocabulary.parts
    assert one.page_of.tolist() == other.page_of.tolist()
    assert one.aspects.tolist() == other.aspects.tolist()
    assert one.detail.tolist() == other.detail.tolist()
    assert _grouped(one.section_of.tolist()) == _grouped(other.section_of.tolist())
    assert one.tokens.starts.tolist() == other.tokens.starts.tolist()
    spelled = {number: term for term, number in one.lexicon.items()}
    theirs = {number: term for term, number in other.lexicon.items()}
    assert [spelled[n] for n in one.tokens.terms.tolist()] == [
        theirs[n] for n in other.tokens.terms.tolist()
    ]
    for term, number in one.lexicon.items():
        _same_postings(one.postings, number, other.postings, other.lexicon[term])
        _same_postings(one.pages, number, other.pages, other.lexicon[term])


def _same_postings(one: Postings, number: int, other: Postings, its: int) -> None:
    """Hold what two inverted files say of a term equal."""
    assert one.size == other.size
    assert one.counts.dtype == other.counts.dtype
    assert one.weights.dtype == other.weights.dtype
    ours, theirs = one.view(number), other.view(its)
    assert ours.documents.tolist() == theirs.documents.tolist()
    _near(ours.weights, theirs.weights)
    _near(np.array([ours.rarity, ours.ceiling]), np.array([theirs.rarity, theirs.ceiling]))
    assert (ours.row is None) == (theirs.row is None)
    if ours.row is not None and theirs.row is not None:
        _near(ours.row, theirs.row)
    _near(one.of(number)[1], other.of(its)[1])


def _near(one: NDArray[np.floating], other: NDArray[np.floating]) -> None:
    assert one.shape == other.shape
    assert np.abs(one - other).max(initial=0.0) <= 1e-9


def _grouped(numbers: list[int]) -> list[int]:
    """Return the numbers counted in the order in which they come."""
    seen: dict[int, int] = {}
    return [seen.setdefault(number, len(seen)) for number in numbers]


def assert_same_answers(one: Index, other: Index, questions: Sequence[str]) -> None:
    """Hold the answers to these questions equal, the scores to nine decimals."""
    for question in questions:
        ours, theirs = answer(question, one), answer(question, other)
        assert type(ours) is type(theirs)
        hits, others = getattr(ours, "hits", ()), getattr(theirs, "hits", ())
        assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in others], abs=1e-9)
        assert [replace(hit, score=0, confidence=0) for hit in hits] == [
            replace(hit, score=0, confidence=0) for hit in others
        ]
