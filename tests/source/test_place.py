"""A place that gives no handbook says why."""

from pathlib import Path

import pytest

from bot.problem import problem_sentence
from bot.wording.catalogue import words_in
from index.handbook import Choices, read_handbook
from index.reading.generators.recognise import GeneratorUnknownError
from index.search.language import Language
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


def _refused(place: Path | str) -> HandbookUnreadableError:
    with pytest.raises(HandbookUnreadableError) as caught:
        read_handbook(str(place))
    assert caught.value.place == str(place)
    return caught.value


def test_no_such_place(tmp_path: Path) -> None:
    """A place that is not there is missing."""
    assert _refused(tmp_path / "nowhere").problem is PlaceProblem.MISSING


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without a single page is empty."""
    (tmp_path / "notes.txt").write_text("Hej", encoding="utf-8")
    assert _refused(tmp_path).problem is PlaceProblem.EMPTY


def test_file_of_another_kind(tmp_path: Path) -> None:
    """A file that is no Markdown is not read as if it were."""
    file = tmp_path / "handbook.pdf"
    file.write_bytes(b"%PDF")
    assert _refused(file).problem is PlaceProblem.NOT_MARKDOWN


def test_nothing_readable_names_the_files(tmp_path: Path) -> None:
    """Where every page is left out, the first three are named."""
    for name in "dcba":
        (tmp_path / f"{name}.md").write_bytes(b"\x00")
    error = _refused(tmp_path)
    assert error.problem is PlaceProblem.NOTHING_READABLE
    assert error.detail == "a.md, b.md, c.md"


def test_every_page_left_out_by_the_site(tmp_path: Path) -> None:
    """A site that publishes no page gives no handbook."""
    (tmp_path / "_config.yml").write_text("exclude: [a.md]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("---\n---\n# Hej\n", encoding="utf-8")
    assert _refused(tmp_path).problem is PlaceProblem.NOTHING_READABLE


def test_address() -> None:
    """An address that nothing is fetched from is refused as such."""
    assert _refused("ftp://git.example/hb").problem is PlaceProblem.ADDRESS


@pytest.mark.parametrize("place", ["\x00", "a" * 5_000, "~nobody-here-at-all/x"])
def test_place_that_no_disk_can_have(place: str) -> None:
    """A place that the disk refuses to look up is an answer too, not a fault."""
    assert _refused(place).problem in PlaceProblem


@pytest.mark.parametrize(
    ("wanted", "given"), [("hugo7", "hugo7"), ("jekyll:colour=red", "jekyll:colour"), (":", "")]
)
def test_unknown_generator(tmp_path: Path, wanted: str, given: str) -> None:
    """A generator or an option that we do not know is named, with those that we do."""
    (tmp_path / "a.md").write_text("# Hej\n", encoding="utf-8")
    with pytest.raises(GeneratorUnknownError) as caught:
        read_handbook(str(tmp_path), Choices(generator=wanted))
    assert caught.value.given == given
    assert caught.value.known


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", list(PlaceProblem))
def test_every_problem_has_its_sentence(problem: PlaceProblem, language: Language) -> None:
    """Whatever is wrong with a place, a person reads a sentence with the place in it."""
    error = HandbookUnreadableError("/hb/sted", problem, "a.md")
    sentence = problem_sentence(error, words_in(language))
    assert sentence is not None
    assert "/hb/sted" in sentence
    assert sentence.endswith(".")
    assert f"handbook-{problem}" not in sentence
