"""A question to concepts: what each typed word may be called in the handbook."""

from dataclasses import dataclass
from enum import StrEnum

from index.search.asked_for import Aspect
from index.search.language import Language

QUESTION_CHARACTERS = 1_000
"""More than this is a pasted text; its beginning says what it is about."""


class Origin(StrEnum):
    """How a reading came from what was typed."""

    TYPED = "typed"
    """The word itself, in any of its forms."""
    JOINED = "joined"
    """Two typed words that the handbook writes as one."""
    PART = "part"
    """A compound of the handbook that has the typed word as a part, or a part of the typed one."""
    REPAIRED = "repaired"
    """The nearest spelling of a word that nobody knows."""
    SYNONYM = "synonym"
    """Another word for the same."""
    TRANSLATION = "translation"
    """The same in the other language."""
    EDITORS = "editors"
    """Another word for the same, as the handbook's editors say."""
    SUBJECT = "subject"
    """What handbooks call what the question describes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a word may stand in the handbook: all of `terms` together."""

    terms: tuple[str, ...]
    """Terms of the index."""
    weight: float
    """What they count against the word as typed, 0 to 1."""
    origin: Origin = Origin.TYPED
    """Where it comes from."""
    words: str = ""
    """What it was read as."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of the question with its readings; the best of them counts in a passage."""

    word: str
    """The word as typed, in lower case."""
    readings: tuple[Reading, ...]
    """Empty when the handbook has no such word."""
    rarity: float
    """How telling the word is: its rarity in the handbook, less where it is common anywhere."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, as ranking needs it."""

    text: str
    """As it was typed, at most QUESTION_CHARACTERS of it."""
    language: Language
    """The question's language; the handbook's where the words do not tell."""
    concepts: tuple[Concept, ...]
    """Its words without function words, in order, each once."""
    telling: bool
    """Whether any of them has a subject; where none has, function words stand in for it."""
    asking: tuple[Concept, ...] = ()
    """Its function words: they count a little, and nothing is found by them alone."""
    subjects: tuple[Concept, ...] = ()
    """What handbooks call what its words describe."""
    asks_for: Aspect = Aspect.NOTHING
    """What sort of answer is wanted."""

    @property
    def sought(self) -> tuple[Concept, ...]:
        """What a passage is looked for by: its words and its subjects."""
        return self.concepts + self.subjects

    @property
    def rarity(self) -> float:
        """The sum of all rarities: what other evidence is measured in."""
        return sum(concept.rarity for concept in self.sought)

    @property
    def terms(self) -> frozenset[str]:
        """Every term that any reading of its words asks for."""
        return frozenset(
            term
            for concept in self.concepts
            for reading in concept.readings
            for term in reading.terms
        )
