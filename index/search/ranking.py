"""Concepts to ranked passages."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.candidates import Candidates, candidates
from index.search.evidence import Evidence, gather
from index.search.index import Index
from index.search.question import Question


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with what speaks for it."""

    passage: int
    """Its number in the index."""
    score: float
    """Sum over concepts of the best reading's BM25 score, times coverage."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in the passage, 0 to 1."""


def rank(question: Question, index: Index, most: int) -> tuple[Ranked, ...]:
    """Return the best passages, at most one of each section, the best first."""
    if not question.concepts or not index.passages:
        return ()
    found = candidates(question, index)
    if not len(found.passages):
        return ()
    evidence = gather(question, found, index)
    scores, coverage = score(question, found, evidence, index)
    return _best(found.passages, scores, coverage, index, most)


def score(
    question: Question, found: Candidates, evidence: Evidence, index: Index
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    weights = index.weights
    rarities = np.array([concept.rarity for concept in question.concepts])[:, None]
    on_page = (evidence.page > 0) * weights.elsewhere
    covered = np.maximum(evidence.certainty, on_page)
    total = rarities.sum()
    coverage = (rarities * covered).sum(axis=0) / total
    words = found.worth.sum(axis=0) + found.asking
    heading = weights.heading * (rarities * evidence.heading).sum(axis=0) * (0.5 + evidence.heading_share)
    near = weights.near * evidence.near
    page = weights.page * evidence.page.sum(axis=0)
    wanted = int(question.asks_for)
    has = index.aspects[found.passages] & wanted
    asked = weights.asked_for * np.array([bin(one).count("1") for one in has.tolist()])
    scores = (words + heading + near + page + asked) * coverage
    own = (rarities * evidence.certainty).sum(axis=0) / total
    return scores, own


def _best(
    passages: NDArray[np.int32],
    scores: NDArray[np.float64],
    coverage: NDArray[np.float64],
    index: Index,
    most: int,
) -> tuple[Ranked, ...]:
    order = np.argsort(-scores, kind="stable")
    found: dict[tuple[str, int, str], Ranked] = {}
    for place in order.tolist():
        if len(found) == most:
            break
        number = int(passages[place])
        section = index.passages[number].section
        key = (section.page, section.line, section.anchor)
        if key not in found:
            found[key] = Ranked(number, float(scores[place]), float(coverage[place]))
    return tuple(found.values())
