"""Words to terms to counts, for all passages or for those that have changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.search.analysis import Analysis
from index.search.arrangement import Arrangement
from index.search.fields import times_of
from index.search.filing import CHUNK, Filed, file_anew, refile, without
from index.search.language import Language
from index.search.term_encoder import Encoder
from index.search.tokens import NO_TOKENS, Field, Tokens, splice
from index.search.vocabulary import Renewed
from index.search.written import LANGUAGES, Written

MUCH = 4
"""Filing anew is faster when more than one document in this many has changed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What of an index can be taken over when pages change."""

    lexicon: Mapping[str, int]
    """Each term's number."""
    tokens: Tokens
    """The passages as terms."""
    passages: Filed
    """Terms to passages."""
    pages: Filed
    """Terms to pages."""
    spoken: NDArray[np.int8]
    """By page: the number of its language."""
    detail: NDArray[np.bool_]
    """Which passages answer by their own few words."""
    page_of: NDArray[np.int32]
    """Number of each passage's page."""


_NONE_FILED = Filed(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint8))

NO_TERMS = Terms(
    {},
    NO_TOKENS,
    _NONE_FILED,
    _NONE_FILED,
    np.zeros(0, np.int8),
    np.zeros(0, bool),
    np.zeros(0, np.int32),
)
"""The terms of nothing."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is known of the passages now, against before."""

    arrangement: Arrangement
    """Which passages and pages were there before."""
    written: Written
    """The passages as words."""
    words: Renewed
    """The vocabulary, and which words of before stand under other terms."""
    spoken: NDArray[np.int8]
    """By page: the number of its language."""
    detail: NDArray[np.bool_]
    """Which passages answer by their own few words."""
    analysis: Analysis
    """How words become terms."""


def renew_terms(now: Renewal, before: Terms) -> Terms:
    """Return the terms of the passages as they are now, taking over what has not changed."""
    page_of = now.arrangement.page_of
    changed = _changed(now, before)
    kept = np.where(changed, -1, now.arrangement.kept)
    encoder = Encoder(dict(before.lexicon), now.words.vocabulary, now.analysis)
    fresh = encoder.encode(
        now.written.words.only(np.flatnonzero(changed)),
        now.spoken[page_of[changed]],
        now.written.spelled,
    )
    tokens = splice(before.tokens, kept, fresh)
    old_often, often = times_of(before.detail), times_of(now.detail)
    vocabulary = len(encoder.lexicon)
    in_changed = np.zeros(len(now.spoken), bool)
    in_changed[page_of[changed]] = True
    page_kept = np.where(in_changed, -1, now.arrangement.page_kept)
    passages = _filed(
        before.passages,
        kept,
        _Documents(before.tokens, old_often, np.arange(len(before.tokens)), len(before.tokens)),
        _Documents(tokens, often, np.arange(len(tokens)), len(tokens)),
        vocabulary,
    )
    pages = _filed(
        before.pages,
        page_kept,
        _Documents(before.tokens, old_often, before.page_of, len(before.spoken)),
        _Documents(tokens, often, page_of, len(now.spoken)),
        vocabulary,
    )
    return _without_unused(
        Terms(encoder.lexicon, tokens, passages, pages, now.spoken, now.detail, page_of)
    )


def _changed(now: Renewal, before: Terms) -> NDArray[np.bool_]:
    """Return which passages are new or stand under other terms than before."""
    arrangement, spoken = now.arrangement, now.spoken
    changed = arrangement.kept < 0
    there = arrangement.page_kept >= 0
    turned = np.zeros(len(spoken), bool)
    turned[there] = spoken[there] != before.spoken[arrangement.page_kept[there]]
    changed |= turned[arrangement.page_of]
    if now.words.otherwise:
        written = now.written
        numbers = [i for i, word in enumerate(written.spelled) if word in now.words.otherwise]
        otherwise = np.zeros(len(written.spelled), bool)
        otherwise[numbers] = True
        places = np.flatnonzero(otherwise[written.words.terms])
        found = np.searchsorted(written.words.starts[:: len(Field)], places, side="right") - 1
        # Only Danish words come apart.
        danish = spoken[arrangement.page_of[found]] == LANGUAGES.index(Language.DANISH)
        changed[found[danish]] = True
    return changed


@dataclass(frozen=True, slots=True)
class _Documents:
    """Passages as documents of an inverted file, or as parts of their pages."""

    tokens: Tokens
    """The passages."""
    often: NDArray[np.int64]
    """How often a term counts, passages by fields."""
    document_of: NDArray[np.integer]
    """The document that each passage belongs to."""
    size: int
    """Count of documents."""

    def filed(self, passages: NDArray[np.int64], vocabulary: int) -> Filed:
        """Return the file of these passages, ascending."""
        all_of_them = len(passages) == len(self.tokens)
        tokens = self.tokens if all_of_them else self.tokens.only(passages)
        documents = np.repeat(self.document_of[passages].astype(np.int32), tokens.sizes)
        times = np.repeat(self.often[passages].reshape(-1), tokens.lengths.reshape(-1))
        return file_anew(tokens.terms, documents, times, vocabulary, self.size)


def _filed(
    before: Filed, kept: NDArray[np.int64], old: _Documents, new: _Documents, vocabulary: int
) -> Filed:
    """Return the file of the new documents; those that `kept` numbers are taken over."""
    stay = np.flatnonzero(kept >= 0)
    ascending = bool((np.diff(kept[stay]) > 0).all())
    if MUCH * len(stay) < (MUCH - 1) * max(old.size, new.size) or not ascending:
        return new.filed(np.arange(len(new.tokens)), vocabulary)
    moved = np.full(old.size, -1, np.int64)
    moved[kept[stay]] = stay
    gone = old.filed(np.flatnonzero(moved[old.document_of] < 0), vocabulary)
    fresh = new.filed(np.flatnonzero(kept[new.document_of] < 0), vocabulary)
    return refile(before, moved, gone, fresh)


def _without_unused(terms: Terms) -> Terms:
    """Return the terms without those that no passage has any more; the others move up."""
    unused = terms.passages.frequencies == 0
    if not unused.any():
        return terms
    moved = (np.cumsum(~unused) - 1).astype(np.int32)
    gone = frozenset(np.flatnonzero(unused).tolist())
    numbers = moved.tolist()
    # In place: splicing has just made them, and new memory costs more than the work.
    for start in range(0, len(terms.tokens.terms), CHUNK):
        some = terms.tokens.terms[start : start + CHUNK]
        some[:] = moved[some]
    return replace(
        terms,
        lexicon={
            term: numbers[number] for term, number in terms.lexicon.items() if number not in gone
        },
        tokens=terms.tokens,
        passages=without(terms.passages, unused),
        pages=without(terms.pages, unused),
    )
