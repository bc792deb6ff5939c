"""Search as you type: the sections that somebody may mean who has not finished the last word.

The last word is completed by the words of the handbook. Sections whose heading has everything that
was typed come first, the shortest heading before others; what ranking finds follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.reading.section_key import SectionKey, section_key
from index.search.compound import SHORTEST_PART
from index.search.folding import fold_danish
from index.search.index import Index
from index.search.language import Language
from index.search.question import QUESTION_CHARACTERS, Concept, Question, Reading
from index.search.ranking import rank
from index.search.scope import EVERYTHING, Scope
from index.search.term_encoder import PART
from index.search.tokens import Field
from index.search.understand import understand
from index.search.words import Word, split_words

COMPLETIONS: Final = 24
"""So many words are tried that begin as the last one does, the most frequent of them."""

SUGGESTIONS: Final = 10
"""What fits on a screen without scrolling."""

LINKS: Final = ("", "s", "e")
"""What may stand between the parts of a compound."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A section that may be meant."""

    key: SectionKey
    """By which it is found again."""
    heading: str
    """Its heading."""
    breadcrumb: tuple[str, ...]
    """What stands above the heading, outermost first."""


def completed(
    text: str, index: Index, scope: Scope = EVERYTHING, most: int = SUGGESTIONS
) -> tuple[Suggestion, ...]:
    """Return the sections of the scope that are meant most likely; none where nothing is typed."""
    text = text[:QUESTION_CHARACTERS]
    words = list(split_words(text))
    if not words:
        return ()
    here, headings = index.within(scope), []
    if words[-1].end < len(text):
        question = understand(text, index)
    else:
        question = _begun(text, words[-1], index)
        if joined := _joined(text, words, index):
            headings.append(_named(joined, index, here))
    headings.append(_named(question.concepts, index, here))
    ranked = (one.passage for one in rank(question, index, most, scope).ranked)
    found: dict[int, int] = {}
    for passage in chain(*(each.tolist() for each in headings), ranked):
        if len(found) == most:
            break
        found.setdefault(index.section_of.item(passage), passage)
    sections = (index.passages[passage].section for passage in found.values())
    return tuple(Suggestion(section_key(one), one.heading, one.breadcrumb) for one in sections)


def _begun(text: str, last: Word, index: Index) -> Question:
    """Return what is asked so far, its last word as any that it may become."""
    begun, rest = _taken_apart(last.text, index)
    completion = _completion(rest, index)
    if completion is None:
        return understand(text, index)
    finished = understand(f"{text[: last.start]} {begun}", index)
    known = finished.concepts if finished.telling else ()
    return replace(finished, concepts=(*known, completion), telling=True)


def _joined(text: str, words: Sequence[Word], index: Index) -> tuple[Concept, ...]:
    """Return what is asked if the last two words are one in the handbook, () where they are not."""
    *before, last = words[-2:]
    completion = _completion(f"{before[0].text}{last.text}", index) if before else None
    if completion is None:
        return ()
    finished = understand(text[: before[0].start], index)
    return (*(finished.concepts if finished.telling else ()), completion)


def _completion(prefix: str, index: Index) -> Concept | None:
    """Return a word that begins like this as any of the handbook's; None where it has none."""
    readings = tuple(_readings(prefix, index))
    if not readings:
        return None
    rarity = max(index.rarity(reading.terms[0]) for reading in readings)
    weighed = (
        replace(one, weight=one.weight * index.rarity(one.terms[0]) / rarity) for one in readings
    )
    return Concept(prefix, tuple(weighed), rarity)


def _taken_apart(word: str, index: Index) -> tuple[str, str]:
    """Return a compound as its first part and the beginning of the second.

    Only one that the handbook does not have: otherwise the first part is empty.
    """
    if next(index.spelling.beginning(word), None) is not None:
        return "", word
    for cut in range(len(word) - 2, SHORTEST_PART - 1, -1):
        left, right = word[:cut], word[cut:]
        for link in LINKS:
            part = left.removesuffix(link) if link else left
            known = fold_danish(part) in index.compounds.counts
            if (
                known
                and len(part) >= SHORTEST_PART
                and next(index.spelling.beginning(right), None) is not None
            ):
                return part, right
    return "", word


def _readings(prefix: str, index: Index) -> Iterator[Reading]:
    """Yield the words that `prefix` may become, and compounds that have them as a part."""
    counts = index.vocabulary.words
    words = index.spelling.beginning(prefix)
    often = nsmallest(COMPLETIONS, words, key=lambda word: (word != prefix, -counts[word], word))
    seen: set[str] = set()
    for word in often:
        part = PART + index.analysis.term(word, Language.DANISH)
        own = index.analysis.every_term(word, index.languages)
        for term, weight in (*((one, 1.0) for one in own), (part, index.weights.part)):
            if term in index.lexicon and term not in seen:
                seen.add(term)
                yield Reading((term,), weight, words=word)


def _named(
    concepts: Sequence[Concept], index: Index, here: NDArray[np.bool_] | None
) -> NDArray[np.int64]:
    """Return the passages whose heading has all concepts, the shortest heading first."""
    found = np.arange(len(index.passages)) if here is None else np.flatnonzero(here)
    for concept in concepts:
        terms = [
            index.lexicon[reading.terms[0]]
            for reading in concept.readings
            if len(reading.terms) == 1
        ]
        found = _with_heading(terms, index, found)
    lengths = index.tokens.lengths[found, Field.HEADING]
    return found[np.argsort(lengths, kind="stable")]


def _with_heading(terms: list[int], index: Index, among: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those of the passages, in their order, whose heading has one of the terms."""
    stands = np.zeros(len(index.passages), bool)
    for term in terms:
        stands[index.postings.view(term).documents] = True
    some = among[stands[among]]
    first = some * len(Field)
    begin, end = index.tokens.starts[first], index.tokens.starts[first + 1]
    lengths = end - begin
    whose = np.repeat(np.arange(len(some)), lengths)
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    asked = np.zeros(len(index.lexicon), bool)
    asked[terms] = True
    has = np.zeros(len(some), bool)
    has[whose[asked[index.tokens.terms[begin[whose] + place]]]] = True
    return some[has]
