"""Subjects speak where words fall silent: how much a question's subjects count."""

from dataclasses import replace

import numpy as np

from index.search.candidates import Candidates, said
from index.search.question import Question


def weigh_subjects(question: Question, found: Candidates) -> tuple[Question, Candidates]:
    """Return both with the subjects counting as far as no candidate has what was typed.

    A question whose words stand together somewhere is answered by them; what it may be about
    beside that would only draw passages in that have none of them.
    """
    typed = len(question.concepts)
    if not question.subjects or not typed:
        return question, found
    whole = sum(concept.rarity for concept in question.concepts)
    silence = 1.0 - float(said(question, found)[:typed].sum(axis=0).max(initial=0.0)) / whole
    subjects = tuple(
        replace(subject, rarity=subject.rarity * silence) for subject in question.subjects
    )
    worth = np.concatenate((found.worth[:typed], found.worth[typed:] * silence))
    return replace(question, subjects=subjects), replace(found, worth=worth)
