"""Questions that people may begin with: the editors' own first, and every word the handbook's."""

from pathlib import Path

import pytest

from index.contents import contents_of
from tests.contents.handbooks import index_at, index_with, kept
from tests.handbooks import shared

FRONT = {
    "a list": (
        "questions:\n  - Hvor lang er ferien?\n  - Må jeg?",
        ("Hvor lang er ferien?", "Må jeg?"),
    ),
    "one": ("questions: Hvor lang er ferien?", ("Hvor lang er ferien?",)),
    "danish": ("spørgsmål: [Løn?]", ("Løn?",)),
    "whom to ask": (
        "questions:\n  - people-ops\n  - hr@hb.example\n  - {text: Book, url: /}",
        (),
    ),
    "nothing": ("questions:\n  - ''\n  - 7\n  -", ()),
    "none": ("title: Ferie", ()),
}


@pytest.mark.parametrize(("front", "prompts"), FRONT.values(), ids=FRONT)
def test_front_matter_suggests_questions(
    front: str, prompts: tuple[str, ...], tmp_path: Path
) -> None:
    """`questions:` is a list of questions; names of channels and addresses are none."""
    pages = {"a.md": f"---\n{front}\n---\n# Ferie\nFem uger.\n\n## Mere\nTekst.\n"}
    index = index_with(tmp_path / "h", pages)
    for each in (index, kept(index, tmp_path / "s")):
        (page,) = contents_of(each).pages
        assert page.prompts == prompts


def test_a_real_handbook_names_channels_there() -> None:
    """18F's front matter says under `questions:` where to ask: nothing of it is a question."""
    contents = contents_of(index_at(shared("handbooks/18f/pages")))
    assert not any(page.prompts for page in contents.pages)
