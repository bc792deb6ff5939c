"""What there is to browse: the same of a snapshot as of what was built, by day and by address."""

import os
from datetime import date
from pathlib import Path

import pytest

from index.contents import Contents, contents_of, section_at
from index.search.index import Index
from index.search.scope import EVERYTHING
from tests.contents.handbooks import SITE, index_at, index_with, kept
from tests.handbooks import shared
from tests.source.git.repository import commit, git, new_repository

PAGES = {
    "mkdocs.yml": "site_name: H\n",
    "docs/index.md": "# Forside\nHej.\n",
    "docs/ferie.md": "---\nredirect_from: /gammel/ferie\n---\n"
    "Om ferie.\n\n# Ferie\nFem uger.\n\n## Børn og løn\nTo dage.\n",
    "docs/hr/løn og tillæg.md": "# Løn\nHver måned.\n\n## Tillæg\nEfter aftale.\n",
}


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_a_snapshot_has_the_same_contents(place: str, tmp_path: Path) -> None:
    """Nothing that is listed of a real handbook is lost or changed by being kept."""
    built = index_at(shared(place))
    contents = contents_of(built)
    assert contents_of(kept(built, tmp_path)) == contents
    assert repr(contents_of(kept(built, tmp_path))) == repr(contents)


def test_every_section_is_listed_as_it_is(tmp_path: Path) -> None:
    """Heading, level and address are those of the section, in the page's order."""
    index = index_with(tmp_path, PAGES)
    listed = {page.path: page for page in contents_of(index).pages}
    for path, page in listed.items():
        sections = {id(one.section): one.section for one in index.passages}.values()
        own = [one for one in sections if one.page == path]
        assert [(entry.heading, entry.level, entry.url) for entry in page.sections] == [
            (section.heading, section.level, section.link.url) for section in own
        ]
    assert listed["docs/ferie.md"].url == f"{SITE}/ferie/"
    assert listed["docs/ferie.md"].title == "Ferie"


def test_without_a_site_there_are_the_host_s_addresses(tmp_path: Path) -> None:
    """What can be opened nowhere but on the Git host is opened there."""
    new_repository(tmp_path)
    git(tmp_path, "remote", "add", "origin", "https://github.com/os2/bog.git")
    commit(tmp_path, "2026-02-01", {"a.md": "# A\nTekst.\n\n## B\nMere.\n"})
    contents = contents_of(index_at(tmp_path, ""))
    (page,) = contents.pages
    at = "https://github.com/os2/bog/blob/main/a.md"
    assert page.url == at
    assert [entry.url for entry in page.sections] == [f"{at}#a", f"{at}#b"]
    assert contents.entry_at(f"{at}#b") == (page, page.sections[1])


def test_without_any_address_nothing_is_promised(tmp_path: Path) -> None:
    """A page that stands nowhere has no address, and none finds it."""
    contents = contents_of(index_with(tmp_path, {"a.md": "# A\nTekst.\n"}, site=""))
    (page,) = contents.pages
    assert page.url is None
    assert page.sections[0].url is None
    assert not contents.pages_at
    assert contents.entry_at("https://havn.example/a.md") is None


def test_lately_is_the_newest_first(tmp_path: Path) -> None:
    """Sections that changed on the day or after it, within the scope, the newest first."""
    new_repository(tmp_path)
    commit(tmp_path, "2026-01-05", {"hr/a.md": "# A\nEt.\n\n## B\nTo.\n", "it.md": "# It\nNej.\n"})
    commit(tmp_path, "2026-03-01", {"it.md": "# It\nJa.\n"})
    commit(tmp_path, "2026-02-01", {"hr/a.md": "# A\nEt.\n\n## B\nTre.\n"})
    contents = contents_of(kept(index_at(tmp_path), tmp_path / "kept"))
    assert _lately(contents, date(2026, 1, 1)) == ["It", "B", "A"]
    assert _lately(contents, date(2026, 2, 1)) == ["It", "B"]
    assert _lately(contents, date(2026, 3, 2)) == []
    assert _lately(contents, date(2026, 1, 1), "hr/*") == ["B", "A"]
    assert max(page.updated for page in contents.pages if page.updated) == date(2026, 3, 1)


def test_without_a_history_nothing_changed_lately(tmp_path: Path) -> None:
    """A folder without Git tells no days."""
    assert _lately(contents_of(index_with(tmp_path, PAGES)), date.min) == []


def _lately(contents: Contents, since: date, *patterns: str) -> list[str]:
    scope = EVERYTHING.narrowed(*patterns) if patterns else EVERYTHING
    return [entry.heading for _, entry in contents.lately(since, scope)]


ADDRESSES = {
    f"{SITE}/": "Forside",
    SITE: "Forside",
    f"{SITE}/index.html": "Forside",
    f"{SITE}/ferie/": "Ferie ",
    f"{SITE}/ferie": "Ferie ",
    f"{SITE}/ferie.html": "Ferie ",
    f"{SITE}/ferie/index.html": "Ferie ",
    f"{SITE.replace('https', 'http')}/ferie/": "Ferie ",
    f"{SITE.replace('havn', 'HAVN')}/ferie/": "Ferie ",
    f"{SITE}/ferie/?utm_source=slack": "Ferie ",
    f"{SITE}/ferie/#ferie": "Ferie",
    f"{SITE}/ferie#brn-og-ln": "Børn og løn",
    f"{SITE}/ferie/#brn-og-ln:~:text=To%20dage": "Børn og løn",
    f"{SITE}/ferie/#findes-ikke": "Ferie ",
    f"{SITE}/ferie/#": "Ferie ",
    f"  {SITE}/ferie/ ": "Ferie ",
    f"{SITE}/gammel/ferie": "Ferie ",
    f"{SITE}/gammel/ferie/#ferie": "Ferie",
    f"{SITE}/hr/løn og tillæg/": "Løn",
    f"{SITE}/hr/l%C3%B8n%20og%20till%C3%A6g/#tillg": "Tillæg",
    f"{SITE}/hr/l%c3%b8n%20og%20till%c3%a6g": "Løn",
    f"{SITE}/hr/": None,
    f"{SITE}/ferie/mere": None,
    "https://andet.example/bog/ferie/": None,
    "ferie": None,
    "": None,
    "https://[": None,
    "mailto:ferie@havn.example": None,
}
"""A pasted address to the section that it means; with a space behind it, its page's beginning."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of the four pages, as a snapshot has it."""
    return kept(index_with(tmp_path_factory.mktemp("h"), PAGES), tmp_path_factory.mktemp("s"))


@pytest.mark.parametrize(("address", "heading"), ADDRESSES.items())
def test_a_pasted_address_is_a_section(address: str, heading: str | None, index: Index) -> None:
    """However the address is written, it is the section that a browser would show."""
    section = section_at(address, contents_of(index), index)
    if heading is None:
        assert section is None
        return
    assert section
    assert section.heading == heading.strip()
    assert (section.level == 0) == heading.endswith(" ")


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_every_address_of_a_real_handbook_leads_back(place: str) -> None:
    """Each section's own address finds it, or the first with its anchor."""
    index = index_at(shared(place))
    contents = contents_of(index)
    for page in contents.pages:
        assert page.url
        assert contents.pages_at[page.url.rstrip("/")] is page
        for entry in page.sections:
            assert entry.url
            found = contents.entry_at(entry.url)
            assert found
            assert found[0] is page
            assert found[1].url == entry.url


def test_a_page_takes_no_address_from_another(tmp_path: Path) -> None:
    """An address that one page has and another forwards is the first one's."""
    pages = {
        "_config.yml": "theme: minima\n",
        "a.md": "---\nredirect_from: [/b.html, /c]\n---\n# A\nEt.\n",
        "b.md": "---\ntitle: B\n---\nTo.\n",
    }
    contents = contents_of(index_with(tmp_path, pages))
    assert contents.pages_at[f"{SITE}/b.html"].path == "b.md"
    assert contents.pages_at[f"{SITE}/c"].path == "a.md"


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    """A name in another encoding than UTF-8 is an address with those very bytes."""
    os.close(os.open(os.fsencode(tmp_path / "l") + b"\xf8n.md", os.O_CREAT | os.O_WRONLY))
    (file,) = tmp_path.iterdir()
    file.write_text("---\ntitle: Løn\n---\n# Løn\nTekst.\n", encoding="utf-8")
    index = index_with(tmp_path, {"_config.yml": "theme: minima\n"})
    (page,) = contents_of(index).pages
    assert page.url == f"{SITE}/l%F8n.html"
    assert contents_of(kept(index, tmp_path / "s")).entry_at(f"{page.url}#lon")
