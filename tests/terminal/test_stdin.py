"""`handbook ask --stdin --json`: a question a line in, an answer a line out, in order, at once."""

import json
from pathlib import Path

import pytest

from tests.terminal.command import run, running

ASK = ("ask", "--stdin", "--json", "--content", "good")
NO_QUESTION = '{"q": 1}'


def questions_of(folder: Path, given: bytes, encoding: str = "utf-8") -> list[str]:
    """Ask all lines and return the questions that were answered, in order."""
    done = run(folder, *ASK, given=given, env={"PYTHONIOENCODING": encoding})
    assert (done.code, done.err) == (0, "")
    return [json.loads(line)["question"] for line in done.lines]


def test_text_and_json_lines_in_order(handbook: Path) -> None:
    """A line is text, or JSON with q; empty lines are nothing; order is kept."""
    lines = ["løn?", "", '{"q": "ferie", "id": 7}', "  zebra  ", NO_QUESTION, "{løn", "[1]", '"x"']
    given = "\n".join(lines).encode()
    expected = ["løn?", "ferie", "zebra", NO_QUESTION, "{løn", "[1]", '"x"']
    assert questions_of(handbook.parent, given) == expected


def test_last_line_without_an_end_counts(handbook: Path) -> None:
    """Line ends of either kind, and none at the end, are all the same."""
    assert questions_of(handbook.parent, "løn\r\nferie".encode()) == ["løn", "ferie"]


def test_nothing_asked_is_nothing_answered(handbook: Path) -> None:
    """No line in is no line out."""
    assert questions_of(handbook.parent, b"") == []


@pytest.mark.parametrize("encoding", ["utf-8:strict", "latin-1"])
def test_odd_letters_do_not_end_the_stream(handbook: Path, encoding: str) -> None:
    """Half an emoji, or bytes of another encoding, cost their own letters and no more."""
    given = b'{"q": "\\ud83d l\xc3\xb8n"}\nl\xf8n\n\xf0\x9f\x8e\x89\nslut\n'
    answered = questions_of(handbook.parent, given, encoding)
    assert len(answered) == 4
    assert answered[-1] == "slut"


def test_each_answer_comes_before_the_next_question(handbook: Path) -> None:
    """A program that asks, waits for the answer and asks again is not kept waiting."""
    with running(handbook.parent, *ASK) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in ("løn", "ferie", "hvem kontakter jeg?"):
            process.stdin.write(question + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_reader_that_leaves_ends_it_in_silence(handbook: Path) -> None:
    """When nobody reads any more, the command ends without a word."""
    with running(handbook.parent, *ASK) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("løn\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write("løn\nløn\n")
        process.stdin.close()
        process.wait(timeout=10)
        assert process.stderr.read() == ""
