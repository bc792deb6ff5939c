"""What the case files say of reading, case by case."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.handbook import Handbook, read_handbook
from tests.reading import outline
from tests.reading.case_file import Case, cases

HERE = Path(__file__).parent / "cases"


def _name(case: Case) -> str:
    return case.name


def _holds(case: Case, folder: Path, read: Callable[[Handbook], str]) -> None:
    handbook = read_handbook(str(case.write(folder)))
    assert read(handbook).split("\n") == case.expected.split("\n")


@pytest.mark.parametrize("case", cases(HERE / "links"), ids=_name)
def test_links(case: Case, tmp_path: Path) -> None:
    """Every page has the address and every heading the id that its site gives it."""
    _holds(case, tmp_path, outline.links)


@pytest.mark.parametrize("case", cases(HERE / "blocks"), ids=_name)
def test_blocks(case: Case, tmp_path: Path) -> None:
    """What a reader sees is kept as structure, and nothing of the markup is left in the text."""
    _holds(case, tmp_path, outline.structure)


@pytest.mark.parametrize("case", cases(HERE / "mermaid"), ids=_name)
def test_mermaid(case: Case, tmp_path: Path) -> None:
    """A diagram is read aloud: its steps, branches and labels, and nothing of its syntax."""
    _holds(case, tmp_path, outline.structure)


@pytest.mark.parametrize("case", cases(HERE / "passages"), ids=_name)
def test_passages(case: Case, tmp_path: Path) -> None:
    """A handbook is cut into the passages that can answer by themselves."""
    _holds(case, tmp_path, outline.passages)


@pytest.mark.parametrize("case", cases(HERE / "pages"), ids=_name)
def test_pages(case: Case, tmp_path: Path) -> None:
    """Front matter and settings say what is served, under which title, and what is wrong."""
    _holds(
        case,
        tmp_path,
        lambda handbook: "\n".join(
            [*(f"{page.link.url} = {page.title}" for page in handbook.pages), "--"]
            + [line for line in outline.notices(handbook).split("\n") if line]
        ),
    )


def test_no_case_is_given_twice() -> None:
    """Each case has a title of its own, so that a failing one can be found."""
    names = [case.name for folder in sorted(HERE.iterdir()) for case in cases(folder)]
    assert sorted(names) == sorted(set(names))
    assert len(names) > 50
