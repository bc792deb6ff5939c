"""The index: built once, then only read; a refresh builds another, which takes its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.analysis import Analysis
from index.search.arrangement import Arrangement
from index.search.compound import Compounds
from index.search.language import Language
from index.search.postings import Postings
from index.search.question import Reading
from index.search.scope import Masks, Scope
from index.search.semantic import Meaning
from index.search.spelling import Spelling
from index.search.subject import Names, Subjects
from index.search.thesaurus import Thesaurus
from index.search.tokens import Tokens
from index.search.vocabulary import Vocabulary
from index.search.weights import Weights
from index.search.written import (
    Written,
)

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
    masks: Masks = field(default_factory=Masks, repr=False, compare=False)
    """Cache: the scopes that were asked within last."""
    keyed: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """Cache: the pages by what their sections' keys begin with."""

    @property
    def page_of(self) -> NDArray[np.int32]:
        """Number of each passage's page."""
        return self.arrangement.page_of

    def within(self, scope: Scope) -> NDArray[np.bool_] | None:
        """Return which passages a scope has, None for all of them."""
        return self.masks.of(scope, self.arrangement)

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
