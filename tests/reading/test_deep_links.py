"""The links of whole handbooks, against what the real site generators made of them."""

import pytest

from index.handbook import Choices, read_handbook
from tests.handbooks import EIGHTEEN_F, OS2, at_hand, shared
from tests.reading.stated_links import (
    Links,
    difference,
    headings_that_fail,
    our_links,
    stated_links,
)

PROBE = "deeplinks/probe"
"""A made-up handbook with one hard case a page."""

GENERATORS = {
    "os2--jekyll": "jekyll",
    "os2--github-slugger": "github",
    "probe--github-slugger": "github",
    "probe--jekyll": "jekyll",
    "probe--jekyll-pretty": "jekyll:permalink=pretty",
    "os2--mkdocs-default-dirurls": "mkdocs",
    "os2--mkdocs-attrlist-nodirurls": "mkdocs:attr_list=true,directory_urls=false",
    "os2--mkdocs-material-pymdownx-dirurls": "mkdocs:slugify=pymdownx,attr_list=true",
    "probe--mkdocs-default-dirurls": "mkdocs",
    "probe--mkdocs-attrlist-dirurls": "mkdocs:attr_list=true",
    "probe--mkdocs-material-pymdownx-dirurls": "mkdocs:slugify=pymdownx,attr_list=true",
    "probe--hugo-0.111": "hugo:version=0.111",
    "probe--hugo-0.168": "hugo:version=0.168",
    "probe--mdbook-rule": "mdbook",
    "os2--docusaurus": "docusaurus",
    "probe--docusaurus": "docusaurus",
    "18f--eleventy": "eleventy:slugify=1",
    "probe--eleventy-18fconfig": "eleventy:slugify=1",
}
"""File of stated links to the generator that made them, as it is given on the command line."""

TEXT_DIFFERS = {
    "probe--github-slugger": {
        "h/034-emoji-shortcode.md": "github.com shows the emoji, the package that was run the code"
    }
}
"""Pages whose headings we show in other words than was stated, with the reason."""


NOT_BUILT = {
    "probe--eleventy-18fconfig": {
        "d/05-explicit-later.md": "its explicit id is taken, which stops the site's build",
        "d/06-explicit-after.md": "its explicit id is taken, which stops the site's build",
        "u/both.md": "two files for one address, which stops the site's build",
    },
}
"""Pages that had to be left out to make the stated links; we read them, and never stop."""

_LOW = "the heading stands in _includes/low-system.html, outside of the handbook"
_SOFTWARE = "the heading stands in _includes/software-warning.html, outside of the handbook"
_STEPS = "the heading is made from a list of steps in _data, outside of the handbook"
FROM_ELSEWHERE = {
    "18f--eleventy": {
        "general-information-and-resources/collaboration-tools.md": _SOFTWARE,
        "general-information-and-resources/conflict-feedback-additional-frameworks.md": _STEPS,
        "general-information-and-resources/conflict-feedback-follow-up-escalation.md": _STEPS,
        "general-information-and-resources/conflict-feedback-intro.md": _STEPS,
        "general-information-and-resources/conflict-feedback-principles.md": _STEPS,
        "general-information-and-resources/conflict-feedback-receiving-feedback.md": _STEPS,
        "general-information-and-resources/software.md": _SOFTWARE,
        "general-information-and-resources/tech-policies/gsa-pages.md": _LOW,
        "getting-started/classes/travel-101.md": _STEPS,
        "tools/airtable.md": _LOW,
        "tools/eventbrite.md": _LOW,
        "tools/github.md": _LOW,
        "tools/invision.md": _LOW,
        "tools/mural.md": _LOW,
        "travel-and-leave/travel-and-leave-policies/first-time-travel-complete-concur-profile.md": (
            _STEPS
        ),
        "travel-and-leave/travel-and-leave-policies/first-time-travel-get-in-concur.md": _STEPS,
        "travel-and-leave/travel-and-leave-policies/first-time-travel-travel-card.md": _STEPS,
        "travel-and-leave/travel-and-leave-policies/travel-guide-2-book-travel.md": _STEPS,
        "travel-and-leave/travel-and-leave-policies/travel-guide-3-travel.md": _STEPS,
        "travel-and-leave/travel-and-leave-policies/travel-guide-4-reimbursement.md": _STEPS,
        "travel-and-leave/travel-and-leave-policies/travel-guide-email-templates.md": _STEPS,
        "updating-the-handbook/components.md": f"{_LOW}; {_SOFTWARE}; {_STEPS}",
    },
}
"""Pages with headings whose words stand in no file of the handbook; none of them can be linked."""


@pytest.mark.parametrize("stated", GENERATORS)
def test_every_link_lands(stated: str) -> None:
    """Every page has the address, and every heading the text and id, that its generator makes."""
    wanted = stated_links(shared(f"deeplinks/{stated}.json"))
    corpus = stated.partition("--")[0]
    folder = {"os2": OS2, "18f": EIGHTEEN_F, "probe": shared(PROBE)}[corpus]
    pages = read_handbook(str(at_hand(folder)), Choices(generator=GENERATORS[stated])).pages
    made = our_links(page for page in pages if page.rendered)
    for page in NOT_BUILT.get(stated, ()):
        assert page not in wanted
        del made[page]
    for page in FROM_ELSEWHERE.get(stated, ()):
        missing = headings_that_fail(wanted.pop(page), made.pop(page))
        assert missing
        assert [anchor for _, _, anchor in missing] == [None] * len(missing)
    differing = TEXT_DIFFERS.get(stated, ())
    assert {page for page in differing if wanted[page] != made[page]} == set(differing)
    assert difference(wanted, made, without_text=differing) == []


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
