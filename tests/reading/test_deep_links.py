"""The links of whole handbooks, against what the real site generators made of them."""

import pytest

from index.handbook import read_handbook
from tests.handbooks import EIGHTEEN_F, OS2, at_hand, shared
from tests.reading.stated_links import Links, difference, our_links, stated_links

PROBE = "deeplinks/probe"
"""A made-up handbook with one hard case a page."""

GENERATORS = {
    "os2--jekyll": "jekyll",
    "os2--github-slugger": "github",
    "probe--jekyll": "jekyll",
    "probe--jekyll-pretty": "jekyll:permalink=pretty",
    "probe--hugo-0.111": "hugo:version=0.111",
    "probe--hugo-0.168": "hugo:version=0.168",
    "probe--mdbook-rule": "mdbook",
}
"""File of stated links to the generator that made them, as it is given on the command line."""

TEXT_DIFFERS = {"h/106-footnote.md": "the site shows the note's number, which is no word"}
"""Pages of the made-up handbook whose headings we show in other words, with the reason."""


@pytest.mark.parametrize("stated", GENERATORS)
def test_every_link_lands(stated: str) -> None:
    """Every page has the address, and every heading the text and id, that its generator makes."""
    wanted = stated_links(shared(f"deeplinks/{stated}.json"))
    corpus = stated.partition("--")[0]
    folder = {"os2": OS2, "18f": EIGHTEEN_F, "probe": shared(PROBE)}[corpus]
    pages = read_handbook(str(at_hand(folder)), generator=GENERATORS[stated]).pages
    rendered = (page for page in pages if page.rendered)
    found = difference(wanted, our_links(rendered), without_text=TEXT_DIFFERS)
    assert found == []


def test_pages_that_jekyll_serves_raw() -> None:
    """Files without front matter are linked as the raw files that the site serves."""
    stated = stated_links(shared("deeplinks/os2--jekyll.json"), "not_rendered")
    pages = read_handbook(str(OS2)).pages
    raw = {page.path: page.link.url for page in pages if not page.rendered}
    assert raw == {page: links.url for page, links in stated.items()}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"a.md": Links("/a.html", ((2, "A", "b"),))}, ["a.md, heading 1: ((2, 'A', 'b'),)"]),
        ({"a.md": Links("/a.html", ((2, "B", "a"),))}, ["a.md, heading 1: ((2, 'B', 'a'),)"]),
        ({"a.md": Links("/b.html", ((2, "A", "a"),))}, ["a.md: address /b.html"]),
        ({}, ["a.md: not read"]),
    ],
)
def test_a_difference_is_told(change: dict[str, Links], said: list[str]) -> None:
    """The comparison sees a wrong id, a wrong text, a wrong address and a missing page."""
    stated = {"a.md": Links("/a.html", ((2, "A", "a"),))}
    assert [line.split(", on the site")[0] for line in difference(stated, change)] == said
