"""What speaks for each candidate beside its words' weights."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.candidates import Candidates, worth
from index.search.index import Index
from index.search.question import Question
from index.search.tokens import Field

NEAR = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    certainty: NDArray[np.float64]
    """By concept and candidate, 0 to 1: how sure it is that the concept stands in the passage."""
    heading: NDArray[np.float64]
    """The same of the heading alone."""
    above: NDArray[np.float64]
    page: NDArray[np.float64]
    """By concept and candidate: what the concept is worth on the whole page."""
    near: NDArray[np.float64]
    """By candidate: rarity of pairs that stand close together."""
    heading_share: NDArray[np.float64]
    """By candidate: which share of the heading's terms the question asks for."""


def gather(question: Question, found: Candidates, index: Index) -> Evidence:
    concepts = question.concepts
    count, width = len(found.passages), len(concepts)
    sure = {}
    for number, concept in enumerate(concepts):
        for reading in concept.readings:
            for term in reading.terms:
                key = index.lexicon[term]
                value = reading.weight ** 0.5 / len(reading.terms)
                sure.setdefault(key, {})
                sure[key][number] = max(sure[key].get(number, 0), value)
    terms = np.array(sorted(sure), np.int32)
    matrix = np.zeros((len(terms), width))
    for row, key in enumerate(terms.tolist()):
        for number, value in sure[key].items():
            matrix[row, number] = value
    fields = len(Field)
    certainty = np.zeros((width, count)); heading = np.zeros((width, count)); above = np.zeros((width, count))
    near = np.zeros(count); share = np.zeros(count)
    rarities = np.array([concept.rarity for concept in concepts])
    starts = index.tokens.starts
    multi = [
        (number, reading, [int(np.searchsorted(terms, index.lexicon[t])) for t in reading.terms])
        for number, concept in enumerate(concepts) for reading in concept.readings
    ]
    for place, passage in enumerate(found.passages.tolist()):
        base = passage * fields
        begin, heading_end, above_end, end = starts[base], starts[base + 1], starts[base + 2], starts[base + 3]
        text = index.tokens.terms[begin:end]
        rows = np.searchsorted(terms, text)
        rows[rows == len(terms)] = 0
        hits = np.flatnonzero(terms[rows] == text)
        where = rows[hits]
        for out, low, high in ((certainty, 0, end - begin), (heading, 0, heading_end - begin), (above, heading_end - begin, above_end - begin)):
            present = np.zeros(len(terms), bool)
            present[where[(hits >= low) & (hits < high)]] = True
            for number, reading, slots in multi:
                got = sum(bool(present[s]) for s in slots) / len(slots)
                out[number, place] = max(out[number, place], got * reading.weight ** 0.5)
        if heading_end > begin:
            inside = hits < heading_end - begin
            share[place] = len(set(hits[inside].tolist())) / (heading_end - begin)
        # neighbours
        best: dict[tuple[int, int], float] = {}
        which = matrix[where].argmax(axis=1)
        for i in range(len(hits) - 1):
            a, b = int(which[i]), int(which[i + 1])
            gap = int(hits[i + 1] - hits[i])
            if a != b and gap <= NEAR:
                pair = (min(a, b), max(a, b))
                value = min(rarities[a], rarities[b]) * (1 - (gap - 1) / NEAR) * (1.0 if b == a + 1 else 0.5)
                best[pair] = max(best.get(pair, 0), value)
        near[place] = sum(best.values())
    page = np.array([worth(c, index.pages, index)[index.page_of[found.passages]] for c in concepts])
    return Evidence(certainty, heading, above, page, near, share)
