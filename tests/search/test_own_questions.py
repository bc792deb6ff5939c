"""Our own questions, which no weight was chosen by: they are in order, and most are answered."""

import json
from pathlib import Path

import pytest

from bot.answer import answer
from bot.terminal.evaluate import evaluate, scores
from bot.terminal.known_question import plain, read_questions
from index.search.index import Index
from tests.handbooks import shared
from tests.search.cast import index_of_folder

OWN = Path(__file__).parents[1] / "questions"
GIVEN = {"os2": "handbooks/os2", "18f": "handbooks/18f/pages"}

each_handbook = pytest.mark.parametrize("name", GIVEN)


def _index(name: str) -> Index:
    return index_of_folder(shared(GIVEN[name]))


@each_handbook
def test_every_answer_stands_in_the_handbook(name: str) -> None:
    """Each section that a question is answered by is there, under that heading of that page."""
    known = {
        (passage.section.page, plain(passage.section.heading)) for passage in _index(name).passages
    }
    for question in read_questions(OWN / f"{name}.jsonl"):
        assert question.gold <= known, question.name
        assert bool(question.gold) is (question.kind != "none"), question.name


@each_handbook
def test_none_is_about_a_page_of_the_given_questions(name: str) -> None:
    """Its first section stands on a page that no given question is answered by."""
    given = shared(f"questions/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    pages = {gold["page"] for line in given for gold in json.loads(line)["gold"]}
    for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        assert not {gold["page"] for gold in json.loads(line)["gold"][:1]} & pages


@each_handbook
def test_most_are_found(name: str) -> None:
    """The right section is among the three shown for more than half of them."""
    index = _index(name)
    found = scores(
        evaluate(read_questions(OWN / f"{name}.jsonl"), lambda text: answer(text, index))
    )
    at_three = found["hit@3"]
    assert at_three is not None
    assert at_three > 0.5
