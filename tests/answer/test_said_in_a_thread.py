"""What is said in a thread: a question to the bot, an order to stop, or nothing for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question_like import reads_like_question
from bot.stop_word import is_stop

HERE = Path(__file__).parent


def lists(name: str) -> list[tuple[str, str]]:
    """Return each line of a list of a case file, with the heading that it stands under."""
    found, heading = [], ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("- "):
            found.append((line.removeprefix("- "), heading))
    return found


@pytest.mark.parametrize(("said", "heading"), lists("said_in_a_thread.md"))
def test_what_reads_like_a_question(said: str, heading: str) -> None:
    """Questions and look-ups are put to the bot; thanks, opinions and talk with others are not."""
    assert reads_like_question(said) == (heading == "Questions to it")


@pytest.mark.parametrize(("said", "heading"), lists("stop.md"))
def test_what_tells_to_stop(said: str, heading: str) -> None:
    """A message is an order to stop only when it says nothing else."""
    assert is_stop(said) == (heading == "Stop")


@given(said=st.text() | st.text("stop hvem?!. @:/", max_size=30))
def test_anything_may_be_said(said: str) -> None:
    """Whatever is said is judged, and what has no words is no question."""
    if reads_like_question(said):
        assert any(letter.isalnum() for letter in said)
    if is_stop(said):
        assert "?" not in said
