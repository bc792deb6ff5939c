"""Any Markdown and any question: what leaves the bot is a message that Slack takes."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from bot.answer import answer
from bot.slack.rendering.message import answer_message
from tests.slack.answers import answer_problems, answers_with, hits_of_sections, index_of
from tests.slack.any_markdown import MARKDOWN, TYPED
from tests.slack.big_pages import BIG

LINK = re.compile(r"<https://handbook\.example/[^|>]*\|[^>]+>")


def problems_of(markdown: str, question: str) -> list[str]:
    """Say what is wrong with any message for a question to a handbook of this one page."""
    index = index_of(markdown)
    asked = answer_problems(answer(question, index))
    # Long tables have many rows like the first ones.
    hits = [*hits_of_sections(index, rows=True)][:20]
    every = (one for hit in hits for one in answers_with(hit, [hit]))
    return [*asked, *(problem for one in every for problem in answer_problems(one))]


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_page_without_measure_fits(markdown: str) -> None:
    """A page that keeps no measure is still shown within Slack's."""
    assert problems_of(markdown, "løn") == []


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(markdown=MARKDOWN, question=TYPED)
def test_any_page_and_question_make_a_message(markdown: str, question: str) -> None:
    """Whatever a page says and whatever is asked, the message is one that Slack takes."""
    assert problems_of(markdown, question) == []


@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_every_answer_keeps_its_link(markdown: str) -> None:
    """However long the excerpt is, the link to the section is shown."""
    for hit in [*hits_of_sections(index_of(markdown), rows=True)][:20]:
        for one in answers_with(hit, [hit]):
            blocks = [block.to_dict() for block in answer_message(one).blocks]
            assert LINK.search(str(blocks))


@pytest.mark.parametrize(
    "name", ["eleven steps of 2,000 characters", "paragraph of words", "500 paragraphs"]
)
def test_cut_excerpt_says_that_there_is_more(name: str) -> None:
    """Where not all of a section is shown, the message says that there is more of it."""
    first = next(hits_of_sections(index_of(BIG[name])))
    for one in answers_with(first):
        shown = str([block.to_dict() for block in answer_message(one).blocks])
        assert "Der står mere i afsnittet." in shown or "There is more in the section." in shown
