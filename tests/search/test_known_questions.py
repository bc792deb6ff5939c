"""Two real handbooks with questions whose answers are known: at least what plain means reach."""

import pytest

from bot.answer import answer
from bot.terminal.evaluate import evaluate, scores
from bot.terminal.known_question import read_questions
from tests.handbooks import shared
from tests.search.cast import index_of_folder


@pytest.mark.parametrize(
    ("handbook", "questions", "first", "three"),
    [("os2", "os2", 0.50, 0.71), ("18f/pages", "18f", 0.56, 0.71)],
    ids=["os2", "18f"],
)
def test_better_than_stemming_and_splitting_alone(
    handbook: str, questions: str, first: float, three: float
) -> None:
    """The right section comes first, and among three, more often than with BM25 and stemming."""
    index = index_of_folder(shared(f"handbooks/{handbook}"))
    known = read_questions(shared(f"questions/{questions}.jsonl"))
    found = scores(evaluate(known, lambda text: answer(text, index)))
    at_one, at_three = found["hit@1"], found["hit@3"]
    assert at_one is not None
    assert at_three is not None
    assert (at_one > first, at_three > three) == (True, True), found
