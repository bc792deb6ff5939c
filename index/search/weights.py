"""What counts how much: every number that ranking multiplies with, in one place.

They are round numbers, chosen on questions over four handbooks that no published figure is
measured on; `docs/quality.md` tells what each is worth. Zero switches a step off.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one way of ranking."""

    synonym: float = 0.6
    """A synonym against the word as typed."""
    translation: float = 0.8
    """A translation against the word as typed."""
    part: float = 0.6
    """A part of a compound against the whole word."""
    repaired: float = 0.8
    """A mended spelling against a word that the handbook has."""
    asking: float = 0.2
    """A function word (`hvordan`, `the`) against a word with a subject."""
    common: float = 0.5
    """How much less a word tells for each power of ten that general language uses it more than
    once in ten thousand words."""
    heading: float = 0.5
    """A question's word that stands in the heading, against its rarity."""
    page: float = 0.3
    """What the whole page says of the question, against what the passage says."""
    elsewhere: float = 0.4
    """Coverage by a word that stands on the page but not in the passage."""
    near: float = 0.5
    """Two of the question's words side by side, against the rarity of the commoner one."""
    asked_for: float = 1.0
    """A kind of passage, or a date or amount in it, that the question asks for."""
