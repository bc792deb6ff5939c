"""A handbook with something wrong in it, and odd questions, are answered all the same."""

import json
from pathlib import Path

import pytest

from tests.terminal.command import Done, run
from tests.terminal.pages import BINARY, CONTACT, PAY, write

DAMAGED = "# LÃ¸nseddel\n\nSÃ¥dan fÃ¥r du lÃ¸nsedlen pÃ¥ skrift.\n"

FAULTY: dict[str, str | bytes] = {
    "binary": BINARY,
    "damaged": DAMAGED,
    "huge": b"a" * 10 * 1024 * 1024,
    "latin": "# Ferie\n\nPå kontoen får du feriepenge.\n".encode("cp1252"),
    "settings": "---\ntitle: [\n---\n# Barsel\n\nBarsel er orlov.\n",
}
NOTICED = [*(f"{name}.md" for name in FAULTY), "again", "out.md", "_config.yml"]
"""What stderr has to name, each once."""

ODD = [
    *("🎉🎉", "?", "*", "(", "løn AND (", "'\"", "--", "\u200b", "\u202eløn", "👩‍👩‍👧", "0"),
    "løn " * 2_500,
]


def ask(place: Path, question: str = "løn", encoding: str = "utf-8") -> Done:
    """Ask the handbook `good` of a folder."""
    return run(
        place.parent, "ask", "--content", "good", question, env={"PYTHONIOENCODING": encoding}
    )


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with good pages, and everything that can be wrong beside them."""
    folder = write(tmp_path_factory.mktemp("faulty") / "good", pay=PAY, contact=CONTACT, **FAULTY)
    (folder / "again").symlink_to(folder)
    write(folder.parent, private="# Hemmelig\n\nHemmelig løn.\n")
    (folder / "out.md").symlink_to(folder.parent / "private.md")
    (folder / "_config.yml").write_text("title: [\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answered(faulty: Path) -> Done:
    """What is answered from it to an ordinary question."""
    return ask(faulty, "hvornår udbetales løn?")


def test_what_is_good_is_answered(answered: Done) -> None:
    """The good pages answer, exit code 0."""
    assert answered.code == 0
    assert "Løn udbetales den sidste bankdag" in answered.out


@pytest.mark.parametrize("path", NOTICED)
def test_fault_is_named_once(answered: Done, path: str) -> None:
    """A file with a fault is named in one line on stderr, and what to do about it."""
    (line,) = [
        line for line in answered.err.splitlines() if line.startswith((f"{path} ", f"{path}:"))
    ]
    assert line.endswith(".")


def test_nothing_else_is_said(answered: Done) -> None:
    """Every line on stderr is about one of the faults."""
    assert len(answered.err.splitlines()) == len(NOTICED)


def test_repaired_and_outside(faulty: Path) -> None:
    """Misread letters are answered as they were meant; a page outside the handbook never is."""
    given = "lønseddel\nhemmelig\n".encode()
    done = run(faulty.parent, "ask", "--content", "good", "--stdin", "--json", given=given)
    repaired, outside = done.lines
    assert "Sådan får du lønsedlen på skrift." in repaired
    assert "Hemmelig løn" not in outside


def test_many_notices_are_counted(handbook: Path) -> None:
    """Ten notices are shown, of the rest the number."""
    write(handbook, **{f"image{number:02}": BINARY for number in range(15)})
    lines = ask(handbook).err.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "… and 5 more."


def test_odd_questions_are_answered(handbook: Path) -> None:
    """Nothing that is typed is an error: emoji, signs, invisible letters, 10,000 characters."""
    given = "\n".join(json.dumps({"q": question}) for question in ODD).encode()
    done = run(handbook.parent, "ask", "--content", "good", "--stdin", "--json", given=given)
    assert done.code == 0
    assert [json.loads(line)["question"] for line in done.lines] == ODD


def test_odd_question_is_answered_to_a_person(handbook: Path) -> None:
    """Where nothing is found, the person is told so, and whom to ask."""
    done = ask(handbook, "🎉🎉 \x1b[31m")
    assert (done.code, done.err) == (0, "")
    assert "Skriv til Astrid" in done.out
    assert "\x1b" not in done.out


def test_long_question_is_answered_to_a_person(handbook: Path) -> None:
    """10,000 characters are answered from their beginning, and the person is told on stderr."""
    done = ask(handbook, "løn " * 2_500)
    assert done.code == 0
    assert done.lines[0] == "Løn"
    (line,) = done.err.splitlines()
    assert "1,000" in line


def test_page_of_another_letter_case_and_ending(tmp_path: Path) -> None:
    """A page that ends in .MD or .markdown is a page."""
    folder = write(tmp_path / "good")
    (folder / "LØN.MD").write_text(PAY, encoding="utf-8")
    (folder / "contact.markdown").write_text(CONTACT, encoding="utf-8")
    done = run(tmp_path, "links", "--json", "--content", "good")
    sources = [page["source"] for page in json.loads(done.out)["pages"]]
    assert sorted(sources) == ["LØN.MD", "contact.markdown"]


def test_letters_that_the_output_lacks(handbook: Path) -> None:
    """Where a pipe cannot carry a letter, a sign stands for it and the answer is given."""
    write(handbook, pay="# Salary\n\n- [ ] salary › én\n\n> salary 🎉\n")
    done = ask(handbook, "salary", "ascii")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Salary")
