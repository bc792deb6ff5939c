"""The index: built once, then only read; a refresh builds another and swaps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.analysis import Analysis, build_analysis
from index.search.arrangement import NO_PAGES, Arrangement, arrange
from index.search.compound import Compounds
from index.search.facts import NO_FACTS, Facts, gather_facts
from index.search.filing import Filed
from index.search.language import Language
from index.search.postings import Postings
from index.search.question import Reading
from index.search.semantic import Meaning
from index.search.spelling import Spelling
from index.search.subject import Names, Subjects, load_subjects
from index.search.term_encoder import PART
from index.search.terms import NO_TERMS, Renewal, Terms, renew_terms
from index.search.thesaurus import Thesaurus, load_thesaurus, with_own
from index.search.tokens import Tokens
from index.search.vocabulary import NO_WORDS, Vocabulary, renew
from index.search.weigh import weigh_filed
from index.search.weights import Weights
from index.search.written import (
    NOTHING_WRITTEN,
    Written,
    by_use,
    changes,
    page_languages,
    read_words,
)

__all__ = ["PART", "Index", "build_index"]

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that ranking reads."""

    passages: Sequence[Passage]
    """What is ranked; a passage's number is its place here. A snapshot's are read one by one."""
    lexicon: Mapping[str, int]
    """Each term's number."""
    tokens: Tokens
    """The passages as terms."""
    postings: Postings
    """Terms to passages."""
    pages: Postings
    """Terms to pages."""
    arrangement: Arrangement
    """Which passages stand on which page."""
    written: Written
    """The passages as words."""
    section_of: NDArray[np.int32]
    """Number of each passage's section."""
    aspects: NDArray[np.int32]
    """What each passage has of what may be asked for, as bits."""
    detail: NDArray[np.bool_]
    """Which passages are rows, contacts or links: they answer by their own few words."""
    languages: tuple[Language, ...]
    """The languages of the handbook, the most used first."""
    analysis: Analysis
    """How words become terms."""
    vocabulary: Vocabulary
    """Which words tell something, and what they are parts of."""
    spelling: Spelling
    """How the handbook's words are spelled."""
    thesaurus: Thesaurus
    """Which words stand for each other."""
    subjects: Mapping[Language, Subjects]
    """What handbooks call what people describe, by the question's language."""
    synonyms: tuple[tuple[str, ...], ...]
    """The handbook's own groups of synonyms, which the thesaurus has as well."""
    weights: Weights = field(default_factory=Weights)
    meaning: Meaning | None = None
    """What the passages mean; None without a model."""
    terms_of: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Cache: the words that were shown so far, with the terms that they stand under."""
    named: dict[tuple[Language, Names], tuple[Reading, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Cache: the subjects that were spoken of so far, as the handbook may write them."""

    @property
    def page_of(self) -> NDArray[np.int32]:
        """Number of each passage's page."""
        return self.arrangement.page_of

    @property
    def compounds(self) -> Compounds:
        """How words come apart."""
        return self.vocabulary.compounds

    def rarity(self, term: str) -> float:
        """Return the rarity of a term; one that stands nowhere is as rare as the rarest."""
        number = self.lexicon.get(term)
        if number is None:
            return self.rarest
        return max(self.postings.rarity.item(number), LEAST_RARITY)

    @property
    def rarest(self) -> float:
        """The rarity of a word that stands in one passage, or in none."""
        return float(self.postings.rarity.max(initial=LEAST_RARITY))


MOSTLY_DEAD = 2
"""An index is built anew when one word in this many is in no passage any more."""


def build_index(
    passages: Sequence[Passage],
    *,
    synonyms: Sequence[tuple[str, ...]] = (),
    weights: Weights | None = None,
    analysis: Analysis | None = None,
    before: Index | None = None,
) -> Index:
    """Return the index of these passages, with the handbook's own groups of synonyms.

    The usual weights and analysis are taken where none are given. What stands in `before` and has
    not changed is taken over; the index is the same as without.
    """
    passages = tuple(passages)
    analysis = analysis or build_analysis()
    known = _Known.of(before, analysis)
    arrangement = arrange(passages, known.arrangement, known.passages)
    kept = arrangement.kept
    written = read_words(passages, kept, known.written)
    renewed = renew(
        known.vocabulary, changes(known.written, written), known.written.spelled, analysis
    )
    spoken = page_languages(written.speech, arrangement.page_of)
    facts = gather_facts(passages, kept, known.facts)
    terms = renew_terms(
        Renewal(arrangement, written, renewed, spoken, facts.detail, analysis), known.terms
    )
    languages = by_use(spoken)
    return Index(
        passages=passages,
        lexicon=terms.lexicon,
        tokens=terms.tokens,
        postings=weigh_filed(terms.passages, len(passages)),
        pages=weigh_filed(terms.pages, len(arrangement.pages), rows=False),
        arrangement=arrangement,
        written=written,
        section_of=facts.section_of,
        aspects=facts.aspects,
        detail=facts.detail,
        languages=languages,
        analysis=analysis,
        vocabulary=renewed.vocabulary,
        spelling=Spelling(renewed.vocabulary.words),
        thesaurus=with_own(load_thesaurus(analysis), synonyms, languages),
        subjects={language: load_subjects(language, analysis) for language in Language},
        synonyms=tuple(synonyms),
        weights=weights or Weights(),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be taken over from an earlier index."""

    passages: Sequence[Passage] = ()
    arrangement: Arrangement = NO_PAGES
    written: Written = NOTHING_WRITTEN
    vocabulary: Vocabulary = NO_WORDS
    facts: Facts = NO_FACTS
    terms: Terms = NO_TERMS

    @classmethod
    def of(cls, index: Index | None, analysis: Analysis) -> "_Known":
        """Return what `index` has, nothing where its words would have other terms."""
        if index is None or index.analysis is not analysis:
            return cls()
        written = index.written
        if written.dead * MOSTLY_DEAD > len(written.spelled):
            return cls()
        terms = Terms(
            index.lexicon,
            Tokens(index.tokens.terms.astype(np.int32, copy=False), index.tokens.starts),
            _filed(index.postings),
            _filed(index.pages),
            page_languages(written.speech, index.page_of),
            index.detail,
            index.page_of,
        )
        facts = Facts(index.section_of, index.aspects, index.detail)
        return cls(index.passages, index.arrangement, written, index.vocabulary, facts, terms)


def _filed(postings: Postings) -> Filed:
    """Return the file without weights; that of a snapshot has narrower numbers."""
    documents = postings.documents.astype(np.int64, copy=False)
    return Filed(postings.starts, documents, postings.counts)
