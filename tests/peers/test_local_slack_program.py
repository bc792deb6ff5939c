"""Where the local Slack is missing or ends early, a person is told so and what to do instead."""

from pathlib import Path

import pytest

from bot.problem import ProblemError, problem_sentence
from bot.slack.local.program import program
from bot.wording.catalogue import words_in
from index.search.language import Language


@pytest.mark.parametrize("language", Language)
def test_missing_program_is_a_sentence(tmp_path: Path, language: Language) -> None:
    """The sentence names where it was looked for, and the way to ask without it."""
    with pytest.raises(ProblemError) as missing:
        program(tmp_path)
    sentence = problem_sentence(missing.value, words_in(language))
    assert sentence is not None
    assert str(tmp_path) in sentence
    assert "handbook chat" in sentence
