"""Any Markdown, question, heading, owner and address: what leaves the bot is what Slack takes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import answer
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.section_view import section_view
from bot.slack.rendering.unfurl import unfurl_blocks
from bot.slack.sending.response_urls import USES
from bot.wording.catalogue import words_in
from index.reading.page import Link, Section
from index.search.language import Language
from index.search.retrieve import Hit
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.any_markdown import MARKDOWN, TYPED
from tests.slack.big_pages import BIG
from tests.slack.rendering.outcomes import PRIVATE, PUBLIC, found, said
from tests.slack.rendering.shown import LINK, message_problems, preview_problems, view_problems

LINES = st.text(max_size=400) | TYPED
"""What a heading, an owner or a folder may be called."""
SITES = st.sampled_from(["", "https://handbook.example", "http://intranet/håndbog?a=<b>&c=|d"])


@st.composite
def places(draw: st.DrawFn, section: Section) -> Section:
    """Draw the section with any heading, anywhere, of anybody."""
    path, anchor = draw(LINES), draw(LINES)
    return replace(
        section,
        heading=draw(LINES),
        breadcrumb=tuple(draw(st.lists(LINES, max_size=3))),
        owner=draw(st.none() | LINES),
        link=Link(draw(SITES), f"/{path}", anchor),
    )


def problems_of(hit: Hit, question: str) -> Iterator[str]:
    """Yield what is wrong with any form in which a hit can be shown."""
    section = hit.passage.section
    for outcome in found(hit, [hit, hit], question, [section]):
        for offered in (PUBLIC, PRIVATE):
            messages = outcome_messages(outcome, offered)
            assert len(messages) < USES
            yield from message_problems(messages)
    for language in Language:
        yield from view_problems(section_view(section, words_in(language)))
        yield from preview_problems(unfurl_blocks(section, words_in(language)))


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_page_without_measure_fits(markdown: str) -> None:
    """A page that keeps no measure is still shown within Slack's, and all of it is said."""
    # Long tables have many rows like the first ones.
    hits = [*hits_of_sections(index_of(markdown), rows=True)][:4]
    assert [problem for hit in hits for problem in problems_of(hit, "løn")] == []


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(markdown=MARKDOWN, question=TYPED, data=st.data())
def test_any_page_and_question_make_messages(
    markdown: str, question: str, data: st.DataObject
) -> None:
    """Whatever a page says, wherever it stands, whatever is asked: Slack takes what is sent."""
    index = index_of(markdown)
    asked = answer(question, index)
    assert message_problems(outcome_messages(asked, PUBLIC)) == []
    for hit in [*hits_of_sections(index, rows=True)][:3]:
        passage = replace(hit.passage, section=data.draw(places(hit.passage.section)))
        assert [*problems_of(replace(hit, passage=passage), question)] == []


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40)
@given(question=st.text() | TYPED, language=st.sampled_from(Language))
def test_any_question_makes_messages(question: str, language: Language) -> None:
    """Whatever was asked, what says that there is no answer is taken by Slack."""
    assert [
        problem
        for outcome in said(language, question)
        for problem in message_problems(outcome_messages(outcome, PUBLIC))
    ] == []


@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_every_answer_keeps_its_link(markdown: str) -> None:
    """However long the excerpt is, the link to the section is shown, in the first message."""
    for hit in [*hits_of_sections(index_of(markdown), rows=True)][:4]:
        for outcome in found(hit):
            first = outcome_messages(outcome, PUBLIC)[0]
            shown = str([block.to_dict() for block in first.blocks])
            links = LINK.findall(shown)
            assert any(address.startswith("https://handbook.example/") for address, _ in links)


@pytest.mark.parametrize("name", ["paragraph of words", "500 paragraphs", "code of 500 lines"])
def test_cut_excerpt_says_that_there_is_more(name: str) -> None:
    """Where not all of a section is shown, the messages say so, and offer to show it."""
    hit = next(hits_of_sections(index_of(BIG[name])))
    for outcome in [*found(hit)][:3]:
        text = "\n".join(message.text for message in outcome_messages(outcome, PUBLIC))
        assert "Der står mere i afsnittet." in text or "There is more in the section." in text
        assert "Hele afsnittet" in text or "Whole section" in text
