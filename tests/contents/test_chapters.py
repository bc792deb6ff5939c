"""Chapters are what the editors' own menu or folders make them; each pattern finds its pages."""

from pathlib import Path

import pytest

from index.chapters import KEY_CHARACTERS, chapters_of
from index.contents import Contents, contents_of
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.scope import EVERYTHING
from tests.handbooks import shared
from tests.reading.case_file import Case, cases

CASES = cases(Path(__file__).parent / "cases")
LONG = "/".join(["en-mappe-med-et-navn-så-langt-at-ingen-gider-skrive-det-af"] * 3)


def _contents(folder: Path, *names: str) -> Contents:
    """Return the contents of the handbook in a folder, once for each name."""
    handbooks = [read_handbook(str(folder), Choices(name)) for name in names or ("",)]
    return contents_of(build_index([one for each in handbooks for one in each.passages]))


def _patterns_fit(contents: Contents) -> None:
    """Check that each chapter's pattern finds its own pages and no other chapter's."""
    for chapter in contents.chapters:
        scope = EVERYTHING.narrowed(chapter.pattern)
        found = {page.path for page in contents.pages if scope.holds(page.path)}
        assert found == {page.path for page in chapter.pages}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_chapters(case: Case, tmp_path: Path) -> None:
    """Titles, patterns and the pages' order are what a reader of the site would expect."""
    contents = _contents(case.write(tmp_path))
    lines = [
        f"{chapter.title} [{chapter.pattern}]: {', '.join(page.title for page in chapter.pages)}"
        for chapter in contents.chapters
    ]
    assert "\n".join(lines) == case.expected
    _patterns_fit(contents)


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_a_real_handbook_has_chapters_to_choose_from(place: str) -> None:
    """No page is missing or listed twice, and there are about as many as fit on a screen."""
    contents = _contents(shared(place))
    assert 10 <= len(contents.chapters) <= 25
    paths = [page.path for page in contents.pages]
    assert len(paths) == len(set(paths)) > 40
    assert len({chapter.key for chapter in contents.chapters}) == len(contents.chapters)
    _patterns_fit(contents)


def test_the_chapters_of_a_real_handbook_are_its_menu() -> None:
    """OS2's site has these at the top of its menu, in this order."""
    titles = [chapter.title for chapter in _contents(shared("handbooks/os2")).chapters]
    assert titles[:5] == [
        "Forside",
        "Velkommen og formål",
        "Organisation og Roller",
        "Sådan arbejder vi i OS2",
        "Processer og rutiner",
    ]


def test_of_several_handbooks_each_chapter_says_whose_it_is(tmp_path: Path) -> None:
    """A chapter carries its handbook's name, and its pattern finds only that one's pages."""
    (tmp_path / "hr").mkdir()
    (tmp_path / "hr" / "ferie.md").write_text("# Ferie\nFem uger.\n", encoding="utf-8")
    (tmp_path / "index.md").write_text("# Forside\nHej.\n", encoding="utf-8")
    (tmp_path / "hr" / "løn.md").write_text("# Løn\nHver måned.\n", encoding="utf-8")
    contents = _contents(tmp_path, "Nord", "Syd")
    assert [chapter.title for chapter in contents.chapters] == [
        "Nord: Forside",
        "Nord: Hr",
        "Syd: Forside",
        "Syd: Hr",
    ]
    assert [chapter.pages[0].path for chapter in contents.chapters][1::2] == [
        "Nord/hr/ferie.md",
        "Syd/hr/ferie.md",
    ]
    _patterns_fit(contents)


def test_a_name_alone_is_not_said(tmp_path: Path) -> None:
    """Where there is only one handbook, whose a chapter is needs no saying."""
    (tmp_path / "index.md").write_text("# Forside\nHej.\n", encoding="utf-8")
    (chapter,) = _contents(tmp_path, "Nord").chapters
    assert chapter.title == "Forside"


def test_a_long_path_has_a_short_key(tmp_path: Path) -> None:
    """Keys stay within what an option's value holds, and differ where the paths do."""
    for name in ("a", "b"):
        folder = tmp_path / f"{LONG}-{name}"
        folder.mkdir(parents=True)
        (folder / "side.md").write_text(f"# Side {name}\nTekst.\n", encoding="utf-8")
        (folder / "mere.md").write_text(f"# Mere {name}\nTekst.\n", encoding="utf-8")
    keys = [chapter.key for chapter in _contents(tmp_path).chapters]
    assert len(set(keys)) == 2
    assert all(len(key) <= KEY_CHARACTERS for key in keys)


def test_no_pages_have_no_chapters() -> None:
    """Nothing to browse is no fault."""
    assert chapters_of(()) == ()
    assert contents_of(build_index(())).chapters == ()
