"""`handbook why`: a person and a program are told where a score comes from."""

import json
from pathlib import Path

import pytest

from tests.terminal.command import run


def test_json_adds_up(handbook: Path) -> None:
    """Words and parts of each hit add up to its score, and the score is the one of `ask`."""
    question = "hvornår udbetales løn?"
    done = run(handbook.parent, "why", "--content", "good", "--json", question)
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert told["question"] == question
    assert told["asks_for"] == ["date"]
    assert [word["word"] for word in told["words"]] == ["udbetales", "løn"]
    asked = run(handbook.parent, "ask", "--content", "good", "--json", question)
    scores = [hit["score"] for hit in json.loads(asked.out)["hits"]]
    assert [hit["score"] for hit in told["hits"]] == pytest.approx(scores, abs=1e-3)
    for hit in told["hits"]:
        values = [word["value"] for word in hit["words"]] + list(hit["parts"].values())
        assert sum(values) == pytest.approx(hit["score"])
        for word in hit["words"]:
            product = word["rarity"] * word["weight"] * word["frequency"]
            assert product == pytest.approx(word["value"])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Der spørges om, hvornår."), ("en", "It asks when.")],
)
def test_a_person_reads_sentences(handbook: Path, language: str, sentence: str) -> None:
    """The same is told in words, in the language of the terminal."""
    done = run(
        handbook.parent, "--language", language, "why", "--content", "good", "hvornår", "løn"
    )
    assert (done.code, done.err) == (0, "")
    assert sentence in done.out
    assert "1. Løn" in done.out


def test_nothing_to_tell(handbook: Path) -> None:
    """Words that stand nowhere are told as such."""
    done = run(handbook.parent, "--language", "en", "why", "--content", "good", "xylofon")
    assert done.code == 0
    assert "None of this stands in the handbook." in done.out


def test_no_question(handbook: Path) -> None:
    """Without a question the command says how to give one."""
    done = run(handbook.parent, "--language", "en", "why", "--content", "good")
    assert done.code == 2
    assert done.err.startswith("There is no question.")
