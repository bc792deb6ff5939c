"""Handbooks that others wrote: every list that one can browse to is a view that Slack takes."""

import pytest

from bot.slack.surfaces.home_view import Home, home_view
from bot.slack.surfaces.place import Place, name
from bot.wording.catalogue import words_in
from index.contents import Contents, contents_of
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.language import Language
from tests.handbooks import EIGHTEEN_F, OS2, at_hand
from tests.slack.surfaces.test_browsing import every_list
from tests.slack.surfaces.views import view_problems


@pytest.fixture(scope="module", params=[OS2, EIGHTEEN_F], ids=["os2", "18f"])
def contents(request: pytest.FixtureRequest) -> Contents:
    """The contents of a handbook that somebody works by."""
    place = at_hand(request.param)
    choices = Choices(site="https://handbook.example")
    return contents_of(build_index(read_handbook(str(place), choices).passages))


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("language", Language)
def test_every_list_fits(contents: Contents, language: Language) -> None:
    """Chapters, pages and sections: each list is valid, in both languages."""
    lists = every_list(contents, language, 10_000)
    assert len(lists) > len(contents.chapters)
    assert [problem for view in lists for problem in view_problems(view)] == []


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("language", Language)
def test_home_at_each_chapter(contents: Contents, language: Language) -> None:
    """App Home is valid whichever chapter it shows."""
    for chapter in contents.chapters:
        home = Home(contents, "/handbook", (), None, Place(name(chapter)))
        assert view_problems(home_view(home, words_in(language))) == ()
