"""Which words of a text answer the question's words, as ranges."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from index.reading.block import Block
from index.reading.each_prose import each_prose
from index.reading.prose import Mark, MarkKind, Prose
from index.search.analysis import CACHED_TERMS
from index.search.index import Index
from index.search.language import Language
from index.search.question import Question
from index.search.term_encoder import PART
from index.search.words import split_words, words_of

Said = Mapping[int, float]
"""What a text says of the question's concepts: number of the concept to the weight of its best
term, subjects counted behind the words."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Which words of a text speak of the question."""

    says: Mapping[str, Said]
    """Term to what it says."""
    rarities: tuple[float, ...]
    """How telling each concept is."""
    typed: int
    """How many of the concepts are the question's own words."""
    index: Index
    """How words become terms."""
    known: dict[str, Said] = field(default_factory=dict)
    """The words seen so far."""

    def said(self, text: str) -> dict[int, float]:
        """Return what `text` says of each concept."""
        found: dict[int, float] = {}
        for word in set(words_of(text)):
            for number, weight in self._of(word).items():
                if weight > found.get(number, 0.0):
                    found[number] = weight
        return found

    def highlight(self, block: Block) -> Block:
        """Return `block` with the words that answer the question's own words marked."""
        return each_prose(block, self._marked)

    def _marked(self, prose: Prose) -> Prose:
        marks = tuple(
            Mark(word.start, word.end, MarkKind.HIGHLIGHT)
            for word in split_words(prose.text)
            if any(number < self.typed for number in self._of(word.text))
        )
        return replace(prose, marks=prose.marks + marks) if marks else prose

    def _of(self, word: str) -> Said:
        said = self.known.get(word)
        if said is None:
            best: dict[int, float] = {}
            for term in _terms(word, self.index):
                for number, weight in self.says.get(term, {}).items():
                    best[number] = max(best.get(number, 0.0), weight)
            said = self.known[word] = best
        return said


def speaking(question: Question, index: Index) -> Speaking:
    """Return what tells which words speak of `question`."""
    says: dict[str, dict[int, float]] = defaultdict(dict)
    for number, concept in enumerate(question.sought):
        for reading in concept.readings:
            weight = reading.weight / len(reading.terms)
            for term in reading.terms:
                says[term][number] = max(says[term].get(number, 0.0), weight)
    rarities = tuple(concept.rarity for concept in question.sought)
    return Speaking(says, rarities, len(question.concepts), index)


def _terms(word: str, index: Index) -> tuple[str, ...]:
    """Return every term under which a word of the handbook may be found."""
    terms = index.terms_of.get(word)
    if terms is None:
        if len(index.terms_of) >= CACHED_TERMS:
            index.terms_of.clear()
        terms = index.terms_of[word] = tuple(dict.fromkeys(_made(word, index)))
    return terms


def _made(word: str, index: Index) -> Iterator[str]:
    yield from index.analysis.every_term(word, index.languages)
    if Language.DANISH in index.languages:
        for part in (word, *index.compounds.parts(word)):
            yield PART + index.analysis.term(part, Language.DANISH)
