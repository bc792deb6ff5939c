"""How a passage's score comes about: a sum of parts, each of which can be told."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index.search.asked_for import Aspect
from index.search.candidates import Candidates, said
from index.search.evidence import Evidence
from index.search.index import Index
from index.search.question import Question
from index.search.tokens import Field

FEW = 12
"""Terms of its own below which a passage is too short to answer, the more so the fewer."""


class Part(StrEnum):
    """What may add to a score, in the order in which it is told."""

    WORDS = "words"
    """BM25 of each word's best reading."""
    ASKING = "asking"
    """The same for function words."""
    HEADING = "heading"
    """Words in the heading."""
    ABOVE = "above"
    """Words in the breadcrumb."""
    NEAR = "near"
    """Words side by side."""
    SECTION = "section"
    """What the section's other passages say."""
    PAGE = "page"
    """What the page says."""
    COVERED = "covered"
    """Words that stand in the section at all."""
    ASKED_FOR = "asked for"
    """A person, steps, a place, a date or an amount, where asked for."""
    FEW = "few words"
    """Against a passage that has hardly any text."""
    SEMANTIC = "semantic"
    """Near to the question in meaning, by rank."""


BY_WORD = frozenset({Part.WORDS, Part.ASKING})
"""Parts that are told word by word."""

Scores = dict[Part, NDArray[np.float64]]
"""Each part of the score, by candidate."""


def score(question: Question, found: Candidates, evidence: Evidence, index: Index) -> Scores:
    """Return the parts of each candidate's score; the score is their sum."""
    weights = index.weights
    rarities = np.array([concept.rarity for concept in question.sought])
    heading = weights.heading * rarities @ evidence.heading * evidence.heading_share
    return {
        Part.WORDS: found.worth.sum(axis=0),
        Part.ASKING: found.asking,
        Part.HEADING: heading,
        Part.ABOVE: weights.above * rarities @ evidence.above,
        Part.NEAR: weights.near * evidence.near,
        Part.SECTION: weights.section * evidence.section.sum(axis=0),
        Part.PAGE: weights.page * evidence.page.sum(axis=0),
        Part.COVERED: weights.covered * rarities @ (evidence.section > 0),
        Part.ASKED_FOR: question.rarity * _asked_for(question, found, index),
        Part.FEW: -question.rarity * _few(found, index),
        Part.SEMANTIC: question.rarity * _semantic(found, index),
    }


def _asked_for(question: Question, found: Candidates, index: Index) -> NDArray[np.float64]:
    weights = index.weights
    worth = {
        Aspect.PERSON: weights.person,
        Aspect.STEPS: weights.steps,
        Aspect.PLACE: weights.place,
        Aspect.DATE: weights.date,
        Aspect.AMOUNT: weights.amount,
    }
    has = index.aspects[found.passages]
    total = np.zeros(len(has))
    for aspect, weight in worth.items():
        if aspect in question.asks_for:
            total += weight * ((has & aspect) > 0)
    # A date is no answer to when by itself: the passage has to speak of the matter.
    return np.asarray(total * np.sqrt(said(question, found).sum(axis=0) / question.rarity))


def _semantic(found: Candidates, index: Index) -> NDArray[np.float64]:
    half = index.weights.semantic_rank
    return index.weights.semantic * half / (half + found.semantic_rank)


def _few(found: Candidates, index: Index) -> NDArray[np.float64]:
    missing = np.maximum(1 - index.tokens.lengths[found.passages, Field.BODY] / FEW, 0.0)
    return np.asarray(index.weights.few * missing * ~index.detail[found.passages])
