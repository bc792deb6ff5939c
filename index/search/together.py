"""Which words of an earlier question stand in one place with those of a new one."""

from dataclasses import dataclass, replace

import numpy as np

from index.search.candidates import Candidates, candidates
from index.search.evidence import Evidence, gather
from index.search.index import Index
from index.search.question import Concept, Question


@dataclass(frozen=True, slots=True)
class Together:
    """What stands in the place where a new question goes on from an earlier one."""

    concepts: tuple[Concept, ...]
    """The words of the earlier question that stand there."""
    headed: bool
    """Whether one of them stands in the heading or above it: the place is about it."""


def standing_together(new: Question, old: Question, index: Index) -> Together | None:
    """Return what of `old` stands where all words of `new` do.

    The section is the one that is about most of `old`, by its heading and what stands above, of
    these the one that says most of it; in a long table it is the row. A word that the handbook
    does not have asks for no place. None where no passage has all of `new`.
    """
    words = {concept.word for concept in new.concepts}
    asked = tuple(concept for concept in new.concepts if concept.readings)
    before = tuple(concept for concept in old.concepts if concept.word not in words)
    if not asked or not index.passages:
        return None
    # By their words alone: meaning finds what is near, and here it is asked what stands there.
    both = replace(new, concepts=(*asked, *before), subjects=(), asking=(), telling=False)
    found = candidates(both, index)
    evidence = gather(both, found, index)
    place = _place(len(asked), both, found, evidence, index)
    if place is None:
        return None
    stands = evidence.certainty[len(asked) :, place] > 0
    heads = (evidence.heading + evidence.above)[len(asked) :, place] > 0
    return Together(
        tuple(concept for concept, stood in zip(before, stands, strict=True) if stood),
        bool(heads.any()),
    )


def _place(
    asked: int, question: Question, found: Candidates, evidence: Evidence, index: Index
) -> int | None:
    has_all = np.flatnonzero((evidence.certainty[:asked] > 0).all(axis=0))
    if not len(has_all):
        return None
    rarities = np.array([concept.rarity for concept in question.concepts])
    about = np.maximum(evidence.heading, evidence.above)
    best = has_all[(rarities @ (evidence.certainty + about)[:, has_all]).argmax()]
    section = index.section_of[found.passages]
    same = has_all[section[has_all] == section[best]]
    return int(same[index.tokens.sizes[found.passages[same]].argmin()])
