"""What speaks for a candidate beside the weight of its words: where they stand, and how close."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.candidates import Candidates, wanted
from index.search.index import Index
from index.search.question import Question
from index.search.tokens import Field
from index.search.wanted import worth

NEAR = 6
"""Terms within which two words of the question stand together."""

IN_OTHER_ORDER = 0.5
"""What two words in another order, or with others asked between, count against neighbours."""

ByConcept = NDArray[np.float64]
"""Concepts by candidates."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in and around each candidate."""

    certainty: ByConcept
    """How sure it is that the concept stands in the passage, 0 to 1."""
    heading: ByConcept
    """The same of its heading alone."""
    above: ByConcept
    """The same of what stands above the heading."""
    section: ByConcept
    """What the concept is worth in that passage of the section where it is worth most."""
    page: ByConcept
    """What the concept is worth on the page, taken as one text."""
    near: NDArray[np.float64]
    """By candidate: rarity of the pairs of concepts that stand close together."""
    heading_share: NDArray[np.float64]
    """By candidate: share of the heading's terms that the question asks for, 0 to 1."""


def gather(question: Question, found: Candidates, index: Index) -> Evidence:
    """Return the evidence for each candidate."""
    asked = _Asked(question, index)
    spots = _spots(asked, found, index)
    here = found.passages
    headings = np.maximum(index.tokens.lengths[here, Field.HEADING], 1)
    asked_in_heading = np.bincount(
        spots.candidate[spots.field == Field.HEADING], minlength=len(here)
    )
    return Evidence(
        certainty=asked.certainty(spots, len(here)),
        heading=asked.certainty(spots.only(Field.HEADING), len(here)),
        above=asked.certainty(spots.only(Field.ABOVE), len(here)),
        section=_best_of(index.section_of[here], found.worth),
        page=_on_pages(question, index.page_of[here], index),
        near=_near(spots, asked, len(here)),
        heading_share=asked_in_heading / headings,
    )


@dataclass(frozen=True, slots=True)
class _Spots:
    """Every place in the candidates where a term of the question stands, in order."""

    row: NDArray[np.int16]
    """Which of the question's terms."""
    place: NDArray[np.int64]
    """How many terms of the passage stand before it."""
    candidate: NDArray[np.int64]
    """In which candidate."""
    field: NDArray[np.int64]
    """In which field."""

    def only(self, field: Field) -> "_Spots":
        here = self.field == field
        return _Spots(self.row[here], self.place[here], self.candidate[here], self.field[here])


class _Asked:
    """The question's terms as rows, and which of them each reading needs."""

    def __init__(self, question: Question, index: Index) -> None:
        rows: dict[int, int] = {}
        # What a question may be about says nothing by standing beside one of its words.
        typed = [concept.rarity for concept in question.concepts]
        self.rarities = np.array(typed + [0.0] * len(question.subjects))
        self.singles: list[tuple[list[int], NDArray[np.float64]]] = []
        self.together: list[list[tuple[list[int], float]]] = []
        concept_of: dict[int, int] = {}
        for number, concept in enumerate(question.sought):
            several: list[tuple[list[int], float]] = []
            single: dict[int, float] = {}
            for one in concept.readings:
                needed = [rows.setdefault(index.lexicon[term], len(rows)) for term in one.terms]
                # Half as sure is more than half as good: a synonym is often meant.
                if len(needed) == 1:
                    single[needed[0]] = one.weight**0.5
                else:
                    several.append((needed, one.weight**0.5))
                for row in needed:
                    concept_of.setdefault(row, number)
            self.singles.append((list(single), np.array(list(single.values()))[:, None]))
            self.together.append(several)
        self.row_of = np.full(len(index.lexicon), -1, np.int16)
        self.row_of[list(rows)] = np.arange(len(rows))
        self.concept_of = np.array([concept_of[row] for row in range(len(rows))], np.int64)

    def certainty(self, spots: _Spots, candidates: int) -> ByConcept:
        """Return how sure each concept is, by its best reading of which all terms are there."""
        present = np.zeros((len(self.concept_of), candidates), bool)
        present[spots.row, spots.candidate] = True
        sure = np.zeros((len(self.singles), candidates))
        for row, (single, weights), several in zip(sure, self.singles, self.together, strict=True):
            if single:
                (present[single] * weights).max(axis=0, out=row)
            for needed, weight in several:
                np.maximum(row, present[needed].all(axis=0) * weight, out=row)
        return sure


def _spots(asked: _Asked, found: Candidates, index: Index) -> _Spots:
    first = found.passages.astype(np.int64) * len(Field)
    starts = index.tokens.starts
    begin, lengths = starts[first], starts[first + len(Field)] - starts[first]
    candidate = np.repeat(np.arange(len(first)), lengths)
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    row = asked.row_of[index.tokens.terms[begin[candidate] + place]]
    hit = np.flatnonzero(row >= 0)
    row, place, candidate = row[hit], place[hit], candidate[hit]
    field = np.zeros(len(hit), np.int64)
    for step in range(1, len(Field)):
        field += place >= (starts[first + step] - begin)[candidate]
    return _Spots(row, place, candidate, field)


def _on_pages(question: Question, page_of: NDArray[np.int32], index: Index) -> ByConcept:
    """Return what each concept is worth on each candidate's page."""
    pages, inverse = np.unique(page_of, return_inverse=True)
    sought = [wanted(concept, index) for concept in question.sought]
    return worth(sought, index.pages, pages.astype(np.int64))[:, inverse]


def _best_of(group_of: NDArray[np.int32], values: ByConcept) -> ByConcept:
    """Return for each column the largest values of all columns in its group."""
    groups, inverse = np.unique(group_of, return_inverse=True)
    best = np.zeros((len(values), len(groups)))
    for row, column in zip(best, values, strict=True):
        np.maximum.at(row, inverse, column)
    return best[:, inverse]


def _near(spots: _Spots, asked: _Asked, candidates: int) -> NDArray[np.float64]:
    """Return the sum over pairs of concepts of their closest meeting in the passage."""
    concept = asked.concept_of[spots.row]
    left, right = concept[:-1], concept[1:]
    gap = np.diff(spots.place)
    here = spots.candidate[:-1]
    close = (np.diff(spots.candidate) == 0) & (gap <= NEAR) & (left != right)
    left, right, gap, here = left[close], right[close], gap[close], here[close]
    worth_of_pair = np.minimum(asked.rarities[left], asked.rarities[right])
    worth_of_pair *= (1 - (gap - 1) / NEAR) * np.where(right == left + 1, 1.0, IN_OTHER_ORDER)
    width = len(asked.rarities)
    pair = (here * width + np.minimum(left, right)) * width + np.maximum(left, right)
    pairs, inverse = np.unique(pair, return_inverse=True)
    best = np.zeros(len(pairs))
    np.maximum.at(best, inverse, worth_of_pair)
    return np.bincount(pairs // width**2, weights=best, minlength=candidates).astype(np.float64)
