"""Passages to an index; a build is a refresh of nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.reading.passages.passage import Passage
from index.search.analysis import Analysis, build_analysis
from index.search.arrangement import NO_PAGES, Arrangement, arrange
from index.search.facts import NO_FACTS, Facts, gather_facts
from index.search.filing import Filed
from index.search.index import Index
from index.search.language import Language
from index.search.postings import Postings
from index.search.spelling import Spelling
from index.search.subject import Subjects, load_subjects
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
        thesaurus=known.thesaurus(tuple(synonyms), languages)
        or with_own(load_thesaurus(analysis), synonyms, languages),
        subjects=known.subjects
        or {language: load_subjects(language, analysis) for language in Language},
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
    index: Index | None = None

    @property
    def subjects(self) -> Mapping[Language, Subjects] | None:
        """What handbooks call what people describe; None where that has to be read."""
        return self.index.subjects if self.index else None

    def thesaurus(
        self, synonyms: tuple[tuple[str, ...], ...], languages: tuple[Language, ...]
    ) -> Thesaurus | None:
        """Return the thesaurus with these groups of the handbook's own; None for another one."""
        index = self.index
        same = index and (index.synonyms, index.languages) == (synonyms, languages)
        return index.thesaurus if index and same else None

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
        return cls(
            index.passages, index.arrangement, written, index.vocabulary, facts, terms, index
        )


def _filed(postings: Postings) -> Filed:
    """Return the file without weights; that of a snapshot has narrower numbers."""
    documents = postings.documents.astype(np.int64, copy=False)
    return Filed(postings.starts, documents, postings.counts)
