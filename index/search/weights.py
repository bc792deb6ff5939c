"""What counts how much: every number that ranking multiplies with, in one place.

They are round numbers, chosen on questions over four handbooks; `docs/quality.md` tells what each
is worth, over those and over questions that had no part in choosing. Zero switches a step off.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one way of ranking."""

    synonym: float = 0.5
    """A synonym against the word as typed."""
    translation: float = 0.8
    """A translation against the word as typed."""
    subject: float = 0.9
    """What handbooks call what the question describes, against all its words, where no passage
    has any of these; the less, the more of them one has."""
    editors: float = 0.9
    """A synonym that the handbook's editors give."""
    part: float = 0.9
    """A part of a compound against the whole word."""
    repaired: float = 0.9
    """A mended spelling against a word that the handbook has."""
    everyday: float = 4.0
    """From so many occurrences in a billion words of general language on, as a power of ten, a
    word tells less."""
    common: float = 0.3
    """How much less it tells for each further power of ten."""
    asking: float = 0.5
    """A function word (`hvordan`, `the`) against a word with a subject."""
    heading: float = 0.8
    """A word of the question in the heading, if the heading says nothing else."""
    above: float = 0.5
    """A word of the question in the breadcrumb or the page's title."""
    near: float = 1.2
    """Two of the question's words side by side, against the rarity of the commoner one."""
    section: float = 0.3
    """What the whole section says of the question, against what the passage says."""
    page: float = 0.5
    """What the whole page says of the question, against what the passage says."""
    covered: float = 0.7
    """A word of the question that stands anywhere in the section, however often."""
    person: float = 0.6
    """A mail address, a phone number or whom to ask, for a question that asks for somebody; these
    five are measured against what the passage says of the question."""
    steps: float = 0.6
    """A list of steps, for a question that asks how."""
    place: float = 1.2
    """An address or a link, for a question that asks where."""
    date: float = 1.0
    """A date or time, for a question that asks when."""
    amount: float = 0.45
    """A number, for a question that asks how much."""
    few: float = 0.8
    """Taken off a passage of too few words to answer anything."""
    semantic: float = 0.5
    """The passage that is nearest in meaning, against all the question's words."""
    semantic_rank: float = 10.0
    """The place among the nearest, counted from 0, that counts half."""
    semantic_least: float = 0.4
    """How much nearer than the usual passage one has to be, as a share of the way from there to
    the question itself."""
