"""The index: built once, then only read; a refresh builds another and swaps it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import DETAILS, Passage
from index.search.analysis import Analysis, build_analysis
from index.search.asked_for import aspects_of
from index.search.compound import Compounds
from index.search.fields import counted_text, times
from index.search.folding import fold_danish
from index.search.language import Language, is_function_word, judge
from index.search.postings import Postings
from index.search.semantic import Meaning
from index.search.spelling import Spelling
from index.search.subject import Subjects, load_subjects
from index.search.thesaurus import Thesaurus, load_thesaurus, with_own
from index.search.tokens import Field, Tokens, collect
from index.search.weigh import weigh
from index.search.weights import Weights
from index.search.words import split_words

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""

PART = "+"
"""Before a term that may also be a part of a compound: `farvekode` stands under `+kod` only."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that ranking reads."""

    passages: tuple[Passage, ...]
    """What is ranked; a passage's number is its place here."""
    lexicon: Mapping[str, int]
    """Each term's number."""
    tokens: Tokens
    """The passages as terms."""
    postings: Postings
    """Terms to passages."""
    pages: Postings
    """Terms to pages."""
    page_of: NDArray[np.int32]
    """Number of each passage's page."""
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
    compounds: Compounds
    """How words come apart."""
    spelling: Spelling
    """How the handbook's words are spelled."""
    thesaurus: Thesaurus
    """Which words stand for each other."""
    subjects: Mapping[Language, Subjects]
    """What handbooks call what people describe, by the question's language."""
    weights: Weights = field(default_factory=Weights)
    meaning: Meaning | None = None
    """What the passages mean; None without a model."""

    def rarity(self, term: str) -> float:
        """Return the rarity of a term; one that stands nowhere is as rare as the rarest."""
        number = self.lexicon.get(term)
        return (
            self.rarest if number is None else max(self.postings.rarity.item(number), LEAST_RARITY)
        )

    @property
    def rarest(self) -> float:
        """The rarity of a word that stands in one passage, or in none."""
        return float(self.postings.rarity.max(initial=LEAST_RARITY))


def build_index(
    passages: Sequence[Passage],
    *,
    synonyms: Sequence[tuple[str, ...]] = (),
    weights: Weights | None = None,
    analysis: Analysis | None = None,
) -> Index:
    """Return the index of these passages, with the handbook's own groups of synonyms.

    The usual weights and analysis are taken where none are given.
    """
    analysis = analysis or build_analysis()
    vocabulary = _vocabulary(passages)
    compounds = Compounds(_stems_and_words(vocabulary, analysis))
    by_page = _page_languages(passages)
    encoder = Encoder(analysis, compounds, vocabulary, frozenset(by_page.values()))
    tokens = collect(encoder.encode(passage, by_page[passage.section.page]) for passage in passages)
    pages = {page: number for number, page in enumerate(by_page)}
    page_of = np.array([pages[passage.section.page] for passage in passages], np.int32)
    field_of = np.tile(np.arange(len(Field)), len(passages))
    lengths = tokens.lengths
    passage_of_token = np.repeat(np.arange(len(passages), dtype=np.int32), lengths.sum(axis=1))
    per_field = np.array([times(passage) for passage in passages], np.int64).reshape(-1)
    counted = np.repeat(per_field, lengths.reshape(-1)) if len(passages) else np.zeros(0, np.int64)
    del field_of
    languages = tuple(language for language, _ in Counter(by_page.values()).most_common())
    vocabulary_size = len(encoder.lexicon)
    return Index(
        passages=tuple(passages),
        lexicon=encoder.lexicon,
        tokens=tokens,
        postings=weigh(tokens.terms, passage_of_token, counted, vocabulary_size, len(passages)),
        pages=weigh(
            tokens.terms,
            page_of[passage_of_token] if len(passages) else passage_of_token,
            counted,
            vocabulary_size,
            len(pages),
        ),
        page_of=page_of,
        section_of=_numbered((p.section.page, p.section.line, p.section.anchor) for p in passages),
        aspects=np.array([aspects_of(passage) for passage in passages], np.int32),
        detail=np.array([passage.kind in DETAILS for passage in passages], bool),
        languages=languages or tuple(Language),
        analysis=analysis,
        compounds=compounds,
        spelling=Spelling(vocabulary),
        thesaurus=with_own(load_thesaurus(analysis), synonyms, languages or tuple(Language)),
        subjects={language: load_subjects(language, analysis) for language in Language},
        weights=weights or Weights(),
    )


def _numbered(keys: Iterable[Hashable]) -> NDArray[np.int32]:
    """Return a number for each different key, in order."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int32)


class Encoder:
    """Words to the numbers of their terms."""

    def __init__(
        self,
        analysis: Analysis,
        compounds: Compounds,
        vocabulary: Iterable[str],
        languages: frozenset[Language],
    ) -> None:
        self.lexicon: dict[str, int] = {}
        self._analysis = analysis
        self._compounds = compounds
        self._known: dict[tuple[str, Language], tuple[int, ...]] = {}
        self._parts: set[str] = set()
        if Language.DANISH in languages:
            self._parts = {
                analysis.term(part, Language.DANISH)
                for word in vocabulary
                for part in compounds.parts(word)
            }

    def encode(self, passage: Passage, language: Language) -> tuple[list[int], ...]:
        """Return the passage as the numbers of its terms, by field."""
        fields: tuple[list[int], ...] = tuple([] for _ in Field)
        for counted in counted_text(passage):
            for word in split_words(counted.text):
                fields[counted.field].extend(self._numbers(word.text, language))
        return fields

    def _numbers(self, word: str, language: Language) -> tuple[int, ...]:
        key = (word, language)
        numbers = self._known.get(key)
        if numbers is None:
            terms = terms_of(word, language, self._analysis, self._compounds, self._parts)
            numbers = tuple(self.lexicon.setdefault(term, len(self.lexicon)) for term in terms)
            self._known[key] = numbers
        return numbers


def terms_of(
    word: str, language: Language, analysis: Analysis, compounds: Compounds, parts: set[str]
) -> list[str]:
    """Return the terms that a word of the handbook stands under."""
    term = analysis.term(word, language)
    terms = [term]
    if language is Language.DANISH:
        if term in parts:
            terms.append(PART + term)
        terms.extend(PART + analysis.term(part, language) for part in compounds.parts(word))
    return terms


def _vocabulary(passages: Iterable[Passage]) -> Counter[str]:
    return Counter(
        word.text
        for passage in passages
        for counted in counted_text(passage)
        for word in split_words(counted.text)
        if not word.text.isdigit()
        and not any(is_function_word(word.text, language) for language in Language)
    )


def _stems_and_words(vocabulary: Mapping[str, int], analysis: Analysis) -> Counter[str]:
    """Count words and their Danish stems in plain letters: the parts a compound may have."""
    counts: Counter[str] = Counter()
    for word, count in vocabulary.items():
        plain, stem = fold_danish(word), analysis.term(word, Language.DANISH)
        counts[plain] += count
        if stem != plain and not is_function_word(stem, Language.DANISH):
            counts[stem] += count
    return counts


def _page_languages(passages: Iterable[Passage]) -> dict[str, Language]:
    """Judge each page by its own words; one that says too little has the handbook's language."""
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.section.page].extend(counted.text for counted in counted_text(passage))
    judged = {page: judge(lines) for page, lines in texts.items()}
    whole: Counter[Language] = Counter()
    for judgement in judged.values():
        whole.update(judgement.counts)
    usual = whole.most_common(1)[0][0] if whole else Language.DANISH
    return {page: judgement.clear() or usual for page, judgement in judged.items()}
