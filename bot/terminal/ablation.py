"""What each step of search is worth: the same questions with that step left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.search.analysis import Step, build_analysis
from index.search.build import build_index
from index.search.index import Index


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An index that lacks a step."""

    step: str
    """Id of the step's name in the catalogue, after `step-`."""
    index: Index
    """Everything else."""


_WEIGHED: dict[str, dict[str, float]] = {
    "synonyms": {"synonym": 0},
    "subjects": {"subject": 0},
    "translations": {"translation": 0},
    "compounds": {"part": 0},
    "spelling": {"repaired": 0},
    "everyday": {"common": 0},
    "function-words": {"asking": 0},
    "headings": {"heading": 0, "above": 0},
    "nearness": {"near": 0},
    "section": {"section": 0, "covered": 0},
    "page": {"page": 0},
    "asked-for": {"person": 0, "steps": 0, "place": 0, "date": 0, "amount": 0},
    "few": {"few": 0},
    "semantic": {"semantic": 0},
}
"""Steps that a weight of 0 switches off."""

_ANALYSED = {"stemming": Step.STEM, "letters": Step.DANISH_LETTERS}
"""Steps of the analysis, without which the index has to be built anew."""

STEPS = (*_WEIGHED, *_ANALYSED)
"""The names of all steps."""


def leave_out_each(index: Index) -> Iterator[LeftOut]:
    """Yield the index without each step in turn."""
    for name, changes in _WEIGHED.items():
        yield LeftOut(name, replace(index, weights=replace(index.weights, **changes)))
    for name, step in _ANALYSED.items():
        analysis = build_analysis(without=step)
        built = build_index(
            index.passages, weights=index.weights, analysis=analysis, synonyms=index.synonyms
        )
        yield LeftOut(name, replace(built, meaning=index.meaning))
