"""Two real handbooks with questions whose answers are known: what is reached stays reached."""

import pytest

from bot.answer import answer
from bot.terminal.evaluate import evaluate, scores
from bot.terminal.known_question import read_questions
from tests.handbooks import shared
from tests.search.cast import index_of_folder


@pytest.mark.parametrize(
    ("handbook", "questions", "first", "three"),
    [("os2", "os2", 0.62, 0.79), ("18f/pages", "18f", 0.67, 0.77)],
    ids=["os2", "18f"],
)
def test_the_right_section_comes_first_as_often_as_ever(
    handbook: str, questions: str, first: float, three: float
) -> None:
    """The right section comes first, and among three, not less often than it did."""
    index = index_of_folder(shared(f"handbooks/{handbook}"))
    known = read_questions(shared(f"questions/{questions}.jsonl"))
    found = scores(evaluate(known, lambda text: answer(text, index)))
    at_one, at_three = found["hit@1"], found["hit@3"]
    assert at_one is not None
    assert at_three is not None
    assert (at_one > first, at_three > three) == (True, True), found
