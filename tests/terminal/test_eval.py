"""`handbook eval`: scores over questions with known answers."""

import json
from pathlib import Path

import pytest

from bot.terminal.ablation import STEPS
from tests.handbooks import OS2, QUESTIONS, at_hand
from tests.terminal.command import run

SCORES = {"questions", "hit@1", "hit@3", "answered@1", "refused", "wrongly_refused"}
LINES = (
    {
        "id": "a",
        "q": "hvornår udbetales løn?",
        "kind": "fact",
        "gold": [{"page": "pay.md", "heading": "Løn"}],
        "must": ["sidste bankdag"],
    },
    {"q": "hvem kan jeg kontakte?", "kind": "fact", "gold": [{"page": "pay.md", "heading": "Løn"}]},
    {"q": "xylofon zebra", "kind": "none", "gold": []},
)


@pytest.fixture
def questions(handbook: Path) -> Path:
    """A question answered, one answered wrongly, and one that has no answer."""
    file = handbook.parent / "questions.jsonl"
    file.write_text("\n\n".join(json.dumps(line) for line in LINES) + "\n", encoding="utf-8")
    return file


def test_scores_of_a_small_file(questions: Path) -> None:
    """Scores in all and by kind, and the misses with what was shown instead."""
    done = run(questions.parent, "eval", "--content", "good", "--json", questions.name)
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    # A question without `must` asks only that something is shown.
    assert {name: report[name] for name in SCORES} == {
        "questions": 3,
        "hit@1": 0.5,
        "hit@3": 0.5,
        "answered@1": 1.0,
        "refused": 1.0,
        "wrongly_refused": 0.0,
    }
    assert report["kinds"].keys() == {"fact", "none"}
    assert report["kinds"]["fact"]["refused"] is None
    (miss,) = report["misses"]
    assert miss == {
        "id": "3",
        "kind": "fact",
        "question": "hvem kan jeg kontakte?",
        "shown": ["contact.md › Hvem kan jeg kontakte?"],
    }


def test_table_for_a_person(questions: Path) -> None:
    """A person gets the scores as a table, and each miss with what was shown."""
    done = run(questions.parent, "--language", "da", "eval", "--content", "good", questions.name)
    assert (done.code, done.err) == (0, "")
    assert "hit@1" in done.out
    assert "alle" in done.out
    assert "3 (fact): hvem kan jeg kontakte?" in done.out


def test_scores_of_the_shared_questions(tmp_path: Path) -> None:
    """The shared questions are read as they are, and every score is a share."""
    file = at_hand(QUESTIONS / "os2.jsonl")
    done = run(tmp_path, "eval", "--content", str(at_hand(OS2)), "--json", str(file))
    assert done.code == 0
    report = json.loads(done.out)
    assert report["questions"] == len(file.read_text(encoding="utf-8").splitlines())
    for score in SCORES - {"questions"}:
        assert 0 <= report[score] <= 1
    assert report["hit@1"] <= report["hit@3"]


def test_ablation(questions: Path) -> None:
    """Asked for it, the same questions are scored without each step, by kind too."""
    done = run(
        questions.parent, "eval", "--content", "good", "--json", "--ablation", questions.name
    )
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert set(report["without"]) == set(STEPS)
    for scores in report["without"].values():
        assert scores.keys() >= SCORES
        assert scores["kinds"].keys() == report["kinds"].keys()
    for name in SCORES:
        # Nothing of two plain pages needs these.
        assert report["without"]["translations"][name] == report[name]


def test_ablation_for_a_person(questions: Path) -> None:
    """A person reads the steps by their names, in the language of the terminal."""
    done = run(
        questions.parent,
        *("--language", "en", "eval", "--content", "good", "--ablation", questions.name),
    )
    assert done.code == 0
    assert "stemming" in done.out
    assert "hit@3 without" in done.out
