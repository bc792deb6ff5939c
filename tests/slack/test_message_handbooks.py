"""Every section of whole handbooks as a message: Slack takes it, and nobody is pinged."""

from functools import cache
from pathlib import Path

import pytest

from bot.slack.rendering.message import answer_message
from bot.slack.rendering.mrkdwn import escaped
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.index import Index
from tests.handbooks import CONTENT, EIGHTEEN_F, OS2, at_hand
from tests.slack.answers import answer_problems, answers_with, further_hit, hits_of_sections

PLACES = {"content": (CONTENT, 1), "os2": (OS2, 1), "18f": (EIGHTEEN_F, 4)}
"""Each with its step: of the largest, one section in four in all three ways, the rest as answer."""
SITES = {"no site": None, "a site": "https://handbook.example/en&to"}


@cache
def read_index(place: Path, site: str) -> Index:
    """Return the index of the handbook at a place."""
    return build_index(read_handbook(str(at_hand(place)), Choices(site=site)).passages)


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize(("place", "step"), PLACES.values(), ids=PLACES.keys())
def test_every_section_is_a_message_that_slack_takes(place: Path, step: int) -> None:
    """Every section can be the answer, what may be the answer, and whom to ask."""
    index = read_index(place, SITES["a site"])
    further = [further_hit(index)]
    said = {
        (hit.passage.section.page, hit.passage.section.heading, problem)
        for number, hit in enumerate(hits_of_sections(index))
        for answer in answers_with(hit, further)[: 3 if number % step == 0 else 1]
        for problem in answer_problems(answer)
    }
    assert said == set()


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("site", SITES.values(), ids=SITES.keys())
def test_every_row_and_flow_is_a_message_that_slack_takes(site: str) -> None:
    """Every passage can be the answer, rows among them, also where no link can be opened."""
    index = read_index(CONTENT, site)
    said = {
        problem
        for hit in hits_of_sections(index, rows=True)
        for problem in answer_problems(answers_with(hit)[0])
    }
    assert said == set()


@pytest.mark.parametrize("place", [CONTENT, OS2], ids=["content", "os2"])
def test_every_message_says_heading_and_address_aloud(place: Path) -> None:
    """The text for notifications and screen readers names the section and where it stands."""
    index = read_index(place, SITES["a site"])
    for hit in hits_of_sections(index):
        section = hit.passage.section
        for answer in answers_with(hit):
            text = answer_message(answer).text
            assert escaped(" ".join(section.heading.split())[:50]) in text
            assert escaped(section.link.url) in text


def test_section_without_a_site_is_never_a_dead_link() -> None:
    """Where nobody knows the site's address, the way to the section is text and not a link."""
    index = read_index(CONTENT, "")
    for hit in hits_of_sections(index):
        section = hit.passage.section
        title, path = answer_message(answers_with(hit)[0]).blocks[:2]
        if not section.source:
            assert "<" not in str(title.to_dict())
            assert section.link.url in str(path.to_dict())
