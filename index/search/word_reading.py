"""A word of a question to its readings: the ways in which the handbook may write it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from statistics import median

from index.search.commonness import telling, zipf
from index.search.index import Index
from index.search.language import Language
from index.search.question import Concept, Origin, Reading
from index.search.subject import Names
from index.search.term_encoder import PART
from index.search.thesaurus import Related, Relation

OWN = frozenset({Origin.TYPED, Origin.JOINED, Origin.PART})
"""Readings that are the typed word itself."""

SUBJECTS = 5
"""Lines are narrow, and a question often stands between some of them."""

LEAST_WEIGHT = 0.02
"""A reading that counts less is left out: it costs time and finds nothing."""


class Reader:
    """Reads the words of one question."""

    def __init__(
        self,
        index: Index,
        language: Language,
        spoken: tuple[Language, ...],
        words: Sequence[str],
        told: Sequence[str],
    ) -> None:
        """Take the question's language, the languages it may be in, all words, the telling ones."""
        self._index = index
        self._language = language
        self._spoken = spoken
        self._expressed = self._expressions(words, told)

    def concept(self, words: tuple[str, ...]) -> Concept:
        """Return one word, or two that the handbook writes as one, with every reading."""
        expressed = {related: None for word in words for related in self._expressed[word]}
        by_expression = tuple(self._related(expressed))
        readings = (*self._own(words), *self._others(words), *by_expression)
        if not readings:
            readings = tuple(self._repaired("".join(words)))
        rarity = self._rarity(words, readings)
        for reading in by_expression:
            # An expression of common words tells as much as what it stands for.
            rarity = max(rarity, self._rarest(reading) / 2)
        return Concept(" ".join(words), self._best(readings, rarity), rarity)

    def subjects(self, words: Sequence[str], rarity: float) -> Iterator[Concept]:
        """Yield the subjects that the handbook has of those the question's words speak of.

        `rarity` is what all its words tell together.
        """
        index, language = self._index, self._language
        if not index.weights.subject:
            return
        told = {word: telling(word, language, index.weights) for word in dict.fromkeys(words)}
        subjects = index.subjects[language].of(told)
        known = ((subject, self._named(subject.names)) for subject in subjects)
        for subject, readings in islice((one for one in known if one[1]), SUBJECTS):
            rarest = max(self._rarest(reading) for reading in readings)
            worth = index.weights.subject * subject.share * min(rarity, 2 * rarest)
            yield Concept(" ".join(subject.names[0]), self._best(readings, rarest), worth)

    def _named(self, names: Names) -> tuple[Reading, ...]:
        """Return the names under which the handbook has a subject, in the handbook's language."""
        key = (self._language, names)
        readings = self._index.named.get(key)
        if readings is None:
            readings = self._index.named[key] = tuple(
                reading
                for name in names
                for words in self._names(name)
                for reading in self._written(words, Origin.SUBJECT)
            )
        return readings

    def _names(self, name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield a name, and what it is in the handbook's language where that is another."""
        yield name
        if self._language is not self._index.languages[0]:
            for other in self._index.thesaurus.related(name, self._language):
                if other.relation is Relation.TRANSLATION:
                    yield other.words

    def as_typed(self, word: str) -> Iterator[Reading]:
        """Yield the word under each of the handbook's languages."""
        for term in self._index.analysis.every_term(word, self._index.languages):
            if term in self._index.lexicon:
                yield Reading((term,), 1.0, Origin.TYPED, word)

    def _expressions(
        self, words: Sequence[str], told: Sequence[str]
    ) -> dict[str, tuple[Related, ...]]:
        """Return for each word what the expressions that it belongs to stand for."""
        found: dict[str, tuple[Related, ...]] = defaultdict(tuple)
        # `work from home` is known by its telling words, `time off` has but one and needs both.
        for sequence in (told, words):
            for language in self._spoken:
                for places, related in self._index.thesaurus.matches(sequence, language):
                    for place in places:
                        found[sequence[place]] += related
        return found

    def _own(self, words: tuple[str, ...]) -> Iterator[Reading]:
        """Yield the words as typed: as one, side by side, or as the parts of a compound."""
        weights, compounds = self._index.weights, self._index.compounds
        word = "".join(words)
        origin = Origin.JOINED if len(words) > 1 else Origin.TYPED
        yield from (replace(reading, origin=origin) for reading in self.as_typed(word))
        if Language.DANISH not in self._index.languages:
            return
        part = PART + self._index.analysis.term(word, Language.DANISH)
        if part in self._index.lexicon:
            joined = len(words) > 1
            weight = 1.0 if joined else weights.part
            yield Reading((part,), weight, Origin.JOINED if joined else Origin.PART, word)
        if len(words) > 1:
            yield from self._together(words, 1.0, Origin.JOINED)
        elif weights.part:
            yield from self._together(compounds.parts(word), weights.part, Origin.PART)

    def _together(self, words: tuple[str, ...], weight: float, origin: Origin) -> Iterator[Reading]:
        """Yield the words side by side and, for less, one by one."""
        index = self._index
        for language in index.languages if words else ():
            stems = dict.fromkeys(index.analysis.term(word, language) for word in words)
            terms = tuple(PART + stem if PART + stem in index.lexicon else stem for stem in stems)
            known = tuple(term for term in terms if term in index.lexicon)
            if len(known) == len(terms) > 1:
                yield Reading(known, weight, origin, " ".join(words))
            for term in known:
                yield Reading((term,), weight / len(terms), origin, term.removeprefix(PART))

    def _others(self, words: tuple[str, ...]) -> Iterator[Reading]:
        for language in self._spoken:
            yield from self._related(self._index.thesaurus.related(words, language))

    def _related(self, others: Iterable[Related]) -> Iterator[Reading]:
        """Yield how the handbook writes these, where it does."""
        weights = self._index.weights
        worth = {
            Relation.SYNONYM: weights.synonym,
            Relation.TRANSLATION: weights.translation,
            Relation.EDITORS: weights.editors,
        }
        for other in others:
            if worth[other.relation]:
                yield from self._written(other.words, Origin(other.relation), worth[other.relation])

    def _written(
        self, words: tuple[str, ...], origin: Origin, weight: float = 1.0
    ) -> Iterator[Reading]:
        """Yield the words as terms of each language in which the handbook has all of them."""
        for language in self._index.languages:
            terms = tuple(self._index.analysis.term(word, language) for word in words)
            if terms and all(term in self._index.lexicon for term in terms):
                yield Reading(terms, weight, origin, " ".join(words))

    def _repaired(self, word: str) -> Iterator[Reading]:
        """Yield what a word that no language has was meant to be."""
        weight = self._index.weights.repaired
        meant = None if zipf(word, self._language) else self._index.spelling.nearest(word)
        for reading in (*self._own((meant,)), *self._others((meant,))) if meant and weight else ():
            yield replace(reading, weight=weight * reading.weight, origin=Origin.REPAIRED)

    def _rarest(self, reading: Reading) -> float:
        return max(self._index.rarity(term) for term in reading.terms)

    def _rarity(self, words: tuple[str, ...], readings: tuple[Reading, ...]) -> float:
        """A word that the handbook has is as rare as it is there, not as its synonyms are.

        One in another language than the handbook's is as rare as its usual translation.
        """
        told = max(telling(word, self._language, self._index.weights) for word in words)
        translated = [one for one in readings if one.origin is Origin.TRANSLATION]
        if translated and self._language is not self._index.languages[0]:
            return told * median(self._rarest(reading) for reading in translated)
        own = [reading for reading in readings if reading.origin in OWN] or readings
        if not own:
            return told * self._index.rarest
        return told * max(self._rarest(reading) for reading in own)

    def _best(self, readings: Iterable[Reading], rarity: float) -> tuple[Reading, ...]:
        """Return the readings with their final weights, of those with the same terms the best."""
        best: dict[tuple[str, ...], Reading] = {}
        for reading in readings:
            # What stands everywhere tells no more for being asked by a rare word.
            weight = reading.weight * min(1.0, self._rarest(reading) / rarity)
            known = best.get(reading.terms)
            if weight >= LEAST_WEIGHT and (known is None or weight > known.weight):
                best[reading.terms] = Reading(reading.terms, weight, reading.origin, reading.words)
        return tuple(best.values())
