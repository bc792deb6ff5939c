"""Every section of whole handbooks in every form: Slack takes it, and nobody is pinged."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from bot.slack.rendering.mrkdwn import escaped
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.section_view import section_view
from bot.slack.rendering.unfurl import unfurl_blocks
from bot.wording.catalogue import words_in
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.index import Index
from index.search.language import Language
from index.search.retrieve import Hit
from tests.handbooks import CONTENT, EIGHTEEN_F, OS2, at_hand
from tests.slack.answers import further_hit, hits_of_sections
from tests.slack.rendering.outcomes import NOTHING, PRIVATE, PUBLIC, found
from tests.slack.rendering.shown import message_problems, preview_problems, view_problems

PARTS = {
    "content": (CONTENT, 0, 1),
    "os2": (OS2, 0, 1),
    **{f"18f, part {part}": (EIGHTEEN_F, part, 4) for part in range(4)},
}
"""The largest is divided: processors share it."""
SITES = {"no site": None, "a site": "https://handbook.example/en&to"}


@cache
def read_index(place: Path, site: str) -> Index:
    """Return the index of the handbook at a place."""
    return build_index(read_handbook(str(at_hand(place)), Choices(site=site)).passages)


def every_form(hit: Hit, further: Hit) -> Iterator[str]:
    """Yield what is wrong with any form of a section."""
    section = hit.passage.section
    answered, *others = found(hit, [further], "hvem?", [section])
    for outcome, offered in ((answered, PRIVATE), *((one, PUBLIC) for one in (answered, *others))):
        yield from message_problems(outcome_messages(outcome, offered))
    yield from view_problems(section_view(section, words_in(Language.DANISH)))
    yield from preview_problems(unfurl_blocks(section, words_in(Language.ENGLISH)))


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize(("place", "part", "parts"), PARTS.values(), ids=PARTS.keys())
def test_every_section_is_taken_by_slack_and_said(place: Path, part: int, parts: int) -> None:
    """Every section can be the answer, a choice, whom to ask, a modal and a preview."""
    index = read_index(place, SITES["a site"])
    further = further_hit(index)
    hits = islice(hits_of_sections(index), part, None, parts)
    assert {
        (hit.passage.section.page, hit.passage.section.heading, problem)
        for hit in hits
        for problem in every_form(hit, further)
    } == set()


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("site", SITES.values(), ids=SITES.keys())
def test_every_row_and_flow_is_taken_by_slack_and_said(site: str) -> None:
    """Every passage can be the answer, rows among them, also where no link can be opened."""
    index = read_index(CONTENT, site)
    said = {
        problem
        for hit in hits_of_sections(index, rows=True)
        for offered in (PUBLIC, PRIVATE)
        for problem in message_problems(outcome_messages(next(found(hit)), offered))
    }
    assert said == set()


@pytest.mark.parametrize("place", [CONTENT, OS2], ids=["content", "os2"])
def test_every_message_says_heading_and_address_aloud(place: Path) -> None:
    """The text for notifications and screen readers names the section and where it stands."""
    index = read_index(place, SITES["a site"])
    for hit in hits_of_sections(index):
        section = hit.passage.section
        for outcome in found(hit):
            text = outcome_messages(outcome, NOTHING)[0].text
            assert escaped(" ".join(section.heading.split())[:50]) in text
            assert escaped(section.link.url) in text


def test_section_without_a_site_is_never_a_dead_link() -> None:
    """Where nobody knows the site's address, the way to the section is text and not a link."""
    index = read_index(CONTENT, "")
    for hit in hits_of_sections(index):
        section = hit.passage.section
        title, path = outcome_messages(next(found(hit)), NOTHING)[0].blocks[:2]
        if not section.source:
            assert "<" not in str(title.to_dict())
            assert section.link.url in str(path.to_dict())


@pytest.mark.parametrize("place", [CONTENT, OS2], ids=["content", "os2"])
def test_answers_of_real_handbooks_are_one_message(place: Path) -> None:
    """A long flow may take more; hardly any section does."""
    index = read_index(place, SITES["a site"])
    counts = [len(outcome_messages(next(found(hit)), PUBLIC)) for hit in hits_of_sections(index)]
    assert sum(count > 1 for count in counts) <= len(counts) // 50
