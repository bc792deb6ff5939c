"""Questions that people may begin with: the editors' own first, and every word the handbook's."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.answer import Answered, answer
from index.contents import contents_of
from index.search.build import build_index
from index.search.language import Language
from index.suggested import CHARACTERS, MOST, suggested
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


SITE = {
    "a.md": "---\nquestions: [Må jeg få en ny stol?]\n---\n# Kontoret\nHent en stol på lageret.\n",
    "b.md": "# Hvem bestiller frokost?\nFrokost bestilles af Rosa i kantinen.\n",
    "c.md": "# Rejser\nRejser bestilles hos Bo på tredje sal.\n\n"
    "## How do I book a hotel?\nYou book the hotel with Bo, and keep the receipt.\n\n"
    "## Hvem henter posten?\nPosten hentes af vagten.\n",
    "d.md": f"# {'Meget ' * 20}langt?\nTekst om det.\n",
}


def _suggested(pages: Mapping[str, str], folder: Path, language: Language) -> tuple[str, ...]:
    index = index_with(folder, pages)
    return suggested(contents_of(index), index, language)


def test_the_editors_questions_come_first(tmp_path: Path) -> None:
    """Then headings that are questions, of each chapter in turn; none that would not fit."""
    assert _suggested(SITE, tmp_path, Language.DANISH) == (
        "Må jeg få en ny stol?",
        "Hvem bestiller frokost?",
        "Hvem henter posten?",
        "How do I book a hotel?",
    )


def test_the_person_s_language_comes_first(tmp_path: Path) -> None:
    """Of a handbook in two languages, what is in theirs."""
    assert _suggested(SITE, tmp_path, Language.ENGLISH) == (
        "Må jeg få en ny stol?",
        "How do I book a hotel?",
        "Hvem bestiller frokost?",
        "Hvem henter posten?",
    )


def test_without_questions_chapters_are_suggested(tmp_path: Path) -> None:
    """The largest first, by the names that the handbook gives them."""
    pages = {
        "a.md": "# Kaffe\nDer er kaffe hele dagen i køkkenet.\n",
        "b.md": "# Rejser\nBestil hos Bo.\n\n## Hotel\nHøjst 900 kr.\n\n## Tog\nAnden klasse.\n",
    }
    assert _suggested(pages, tmp_path, Language.DANISH) == ("Rejser", "Kaffe")


def test_what_is_asked_most_comes_before_headings(tmp_path: Path) -> None:
    """Sections by their keys, in the order given; what is gone is passed over."""
    index = index_with(tmp_path, SITE)
    contents = contents_of(index)
    travels = next(page for page in contents.pages if page.path == "c.md")
    asked = ("A" * 24, travels.sections[2].key, travels.sections[0].key)
    assert suggested(contents, index, Language.DANISH, asked) == (
        "Må jeg få en ny stol?",
        "Hvem henter posten?",
        "Rejser",
        "Hvem bestiller frokost?",
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_every_suggestion_of_a_real_handbook_is_answered(place: str, language: Language) -> None:
    """Who takes one gets an answer whose heading or chapter is what was pressed."""
    index = index_at(shared(place))
    prompts = suggested(contents_of(index), index, language)
    assert len(set(prompts)) == MOST
    headings = {one.section.heading for one in index.passages}
    for prompt in prompts:
        assert len(prompt) <= CHARACTERS
        assert prompt in headings
        given = answer(prompt, index)
        assert isinstance(given, Answered)
        assert given.hits[0].passage.section.heading == prompt


def test_an_empty_handbook_suggests_nothing() -> None:
    """There is nothing to ask it."""
    index = build_index(())
    assert suggested(contents_of(index), index, Language.DANISH) == ()
