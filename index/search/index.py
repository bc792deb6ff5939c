"""The index: built once, then only read; a refresh builds another and swaps it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.reading.passages.passage import Passage
from index.search.analysis import Analysis, build_analysis
from index.search.compound import Compounds
from index.search.fields import counted_text
from index.search.folding import fold_danish
from index.search.language import Language, is_function_word, judge
from index.search.spelling import Spelling
from index.search.thesaurus import Thesaurus, load_thesaurus
from index.search.words import split_words

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands and what it is worth there."""

    passages: NDArray[np.int32]
    """Numbers of the passages, ascending."""
    impacts: NDArray[np.float64]
    """What the term adds to each passage's BM25 score."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that ranking reads."""

    passages: tuple[Passage, ...]
    """What is ranked; a passage's number is its place here."""
    postings: Mapping[str, Postings]
    """The inverted file: term to where it stands."""
    rarity: Mapping[str, float]
    """BM25's inverse document frequency of each term, at least LEAST_RARITY."""
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

    @property
    def rarest(self) -> float:
        """The rarity of a word that stands in one passage, or in none."""
        return max(self.rarity.values(), default=1.0)


def build_index(passages: Sequence[Passage]) -> Index:
    """Return the index of these passages."""
    analysis = build_analysis()
    vocabulary = _vocabulary(passages)
    compounds = Compounds(_stems_and_words(vocabulary, analysis))
    by_page = _page_languages(passages)
    corpus = [
        _terms(passage, by_page[passage.section.page], analysis, compounds) for passage in passages
    ]
    postings, rarity = _weigh(corpus)
    languages = tuple(language for language, _ in Counter(by_page.values()).most_common())
    return Index(
        passages=tuple(passages),
        postings=postings,
        rarity=rarity,
        languages=languages or tuple(Language),
        analysis=analysis,
        compounds=compounds,
        spelling=Spelling(vocabulary),
        thesaurus=load_thesaurus(analysis),
    )


def _vocabulary(passages: Iterable[Passage]) -> Counter[str]:
    return Counter(
        word.text
        for passage in passages
        for text, _ in counted_text(passage)
        for word in split_words(text)
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
        texts[passage.section.page].extend(text for text, _ in counted_text(passage))
    judged = {page: judge(lines) for page, lines in texts.items()}
    whole: Counter[Language] = Counter()
    for judgement in judged.values():
        whole.update(judgement.counts)
    usual = whole.most_common(1)[0][0] if whole else Language.DANISH
    return {page: judgement.clear() or usual for page, judgement in judged.items()}


def _terms(
    passage: Passage, language: Language, analysis: Analysis, compounds: Compounds
) -> list[str]:
    terms: list[str] = []
    for text, times in counted_text(passage):
        field: list[str] = []
        for word in split_words(text):
            field.append(analysis.term(word.text, language))
            field.extend(analysis.term(part, language) for part in compounds.parts(word.text))
        terms.extend(field * times)
    return terms


def _weigh(corpus: list[list[str]]) -> tuple[dict[str, Postings], dict[str, float]]:
    """Read every term's impact off rank-bm25's own statistics (BM25Okapi.get_scores)."""
    if not any(corpus):
        return {}, {}
    bm25 = BM25Okapi(corpus)
    lengths = np.asarray(bm25.doc_len, dtype=np.float64)
    norms = bm25.k1 * (1 - bm25.b + bm25.b * lengths / bm25.avgdl)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, frequencies in enumerate(bm25.doc_freqs):
        for term, count in frequencies.items():
            places[term].append((number, count))
    postings: dict[str, Postings] = {}
    for term, found in places.items():
        numbers = np.fromiter((number for number, _ in found), np.int32, len(found))
        counts = np.fromiter((count for _, count in found), np.float64, len(found))
        impacts = bm25.idf[term] * counts * (bm25.k1 + 1) / (counts + norms[numbers])
        postings[term] = Postings(numbers, impacts)
    rarity = {term: max(float(weight), LEAST_RARITY) for term, weight in bm25.idf.items()}
    return postings, rarity
