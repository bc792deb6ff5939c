"""The links of a real handbook, against what the real site generators made of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

from index.handbook import read_handbook
from index.reading.page import Page
from tests.handbooks import shared

Headings = list[list[object]]
"""Rows of level, visible text and id."""


@dataclass(frozen=True, slots=True)
class Links:
    """One page's address and headings, as a generator reports them or as we read them."""

    url: str | None
    """Percent-decoded; None where the generator builds no site."""
    headings: Headings
    """Level, visible text and id of each."""


def _stated(file: Path, *, raw: bool = False) -> dict[str, Links]:
    stated = json.loads(file.read_text(encoding="utf-8"))
    pages = stated.get("not_rendered", ()) if raw else stated["pages"]
    return {page["source"]: _links(page["url"], page.get("headings", [])) for page in pages}


def _links(url: str | None, headings: Headings) -> Links:
    return Links(None if url is None else unquote(url), headings)


def _read(pages: tuple[Page, ...], *, addresses: bool = True) -> dict[str, Links]:
    return {
        page.path: _links(
            page.link.url if addresses else None,
            [[heading.level, heading.text, heading.anchor] for heading in page.headings],
        )
        for page in pages
    }


def _difference(stated: Mapping[str, Links], read: Mapping[str, Links]) -> list[str]:
    """Return what differs, page by page and heading by heading."""
    found = [f"{page}: not read" for page in sorted(stated.keys() - read.keys())]
    found += [f"{page}: read, but not on the site" for page in sorted(read.keys() - stated.keys())]
    for page in sorted(stated.keys() & read.keys()):
        wanted, ours = stated[page], read[page]
        if wanted.url != ours.url:
            found.append(f"{page}: address {ours.url}, on the site {wanted.url}")
        rows = max(len(wanted.headings), len(ours.headings))
        for row in range(rows):
            pair = (wanted.headings[row : row + 1], ours.headings[row : row + 1])
            if pair[0] != pair[1]:
                found.append(f"{page}, heading {row + 1}: {pair[1]}, on the site {pair[0]}")
    return found


def test_jekyll_links_of_a_real_handbook() -> None:
    """Every page and every heading has the address that Jekyll gives it."""
    file = shared("deeplinks/os2--jekyll.json")
    pages = read_handbook(str(shared("handbooks/os2"))).pages
    rendered = tuple(page for page in pages if page.rendered)
    assert _difference(_stated(file), _read(rendered)) == []


def test_pages_that_jekyll_serves_raw() -> None:
    """Files without front matter are linked as the raw files that the site serves."""
    stated = _stated(shared("deeplinks/os2--jekyll.json"), raw=True)
    pages = read_handbook(str(shared("handbooks/os2"))).pages
    raw = {page.path: page.link.url for page in pages if not page.rendered}
    assert raw == {page: links.url for page, links in stated.items()}


def test_github_links_of_a_real_handbook() -> None:
    """Every heading has the id that GitHub gives it."""
    file = shared("deeplinks/os2--github-slugger.json")
    pages = read_handbook(str(shared("handbooks/os2")), generator="github").pages
    assert _difference(_stated(file), _read(pages, addresses=False)) == []


KRAMDOWN_SEES_NO_HEADING = {
    "h/107-setext-multiline.md": "kramdown underlines one line only",
    "x/24-raw-div-blank.md": "kramdown reads no Markdown inside HTML",
    "x/25-raw-div-markdown1.md": "kramdown's older rule for ids inside markdown=1",
    "x/26-raw-details.md": "kramdown reads no Markdown inside HTML",
    "x/32-indented.md": "kramdown takes no indented heading",
}
"""Where the link leads to the page's top: nobody writes so, and what is found is still right."""

PRETTY_TWINS = {"u/both.md": "both.md and both/index.md have one address; Jekyll keeps the second"}

GITHUB_NOTES = {
    "h/106-footnote.md": "GitHub puts a heading above the footnotes, and counts the mark"
}


@pytest.mark.parametrize(
    ("stated", "generator", "known"),
    [
        ("probe--jekyll.json", "jekyll", KRAMDOWN_SEES_NO_HEADING),
        (
            "probe--jekyll-pretty.json",
            "jekyll:permalink=pretty",
            KRAMDOWN_SEES_NO_HEADING | PRETTY_TWINS,
        ),
        ("probe--github-slugger.json", "github", GITHUB_NOTES),
    ],
    ids=["jekyll", "jekyll-pretty", "github"],
)
def test_links_of_a_made_up_handbook(stated: str, generator: str, known: dict[str, str]) -> None:
    """One hard case a page leads where its site leads, but for the deviations listed above."""
    wanted = _stated(shared(f"deeplinks/{stated}"))
    pages = read_handbook(str(shared("deeplinks/probe")), generator=generator).pages
    rendered = tuple(page for page in pages if page.rendered)
    addresses = all(links.url is not None for links in wanted.values())
    read = _read(rendered, addresses=addresses)
    found = _difference(_without_text(wanted), _without_text(read))
    assert [line for line in found if line.split(",")[0].split(":")[0] not in known] == []
    assert {line.split(",")[0].split(":")[0] for line in found} >= known.keys()


def _without_text(pages: Mapping[str, Links]) -> dict[str, Links]:
    """Leave out what a heading looks like: kramdown's typography changes signs, never a link."""
    return {
        page: Links(links.url, [[level, anchor] for level, _, anchor in links.headings])
        for page, links in pages.items()
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"a.md": Links("/a.html", [[2, "A", "b"]])}, ["a.md, heading 1: [[2, 'A', 'b']]"]),
        ({"a.md": Links("/b.html", [[2, "A", "a"]])}, ["a.md: address /b.html"]),
        ({}, ["a.md: not read"]),
    ],
)
def test_a_difference_is_told(change: dict[str, Links], said: list[str]) -> None:
    """The comparison sees a wrong id, a wrong address and a missing page."""
    stated = {"a.md": Links("/a.html", [[2, "A", "a"]])}
    assert [line.split(", on the site")[0] for line in _difference(stated, change)] == said
