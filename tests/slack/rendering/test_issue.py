"""What the handbook lacks, as the address of a new issue: filled in, openable, without a name."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.slack.rendering.issue import issue_address
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.any_markdown import TYPED
from tests.slack.links import address_problem
from tests.slack.rendering.outcomes import ISSUES

ENGLISH = words_in(Language.ENGLISH)
NEAR = next(hits_of_sections(index_of("# Løn & ferie\n\nDen 25."))).passage.section


def test_issue_tells_what_was_asked_and_what_is_there() -> None:
    """Title and body are filled in: the question, the nearest section, and room for the rest."""
    address = issue_address(ISSUES, "when is pay day?", NEAR, ENGLISH)
    assert address is not None
    query = parse_qs(urlsplit(address).query)
    assert query["title"] == ["Missing in the handbook: when is pay day?"]
    assert "".join(query["body"]) == (
        "Somebody asked the handbook this and did not find the answer:\n\n"
        "    when is pay day?\n\n"
        "The nearest section that it has: Løn & ferie, "
        "https://handbook.example/index.md#l%C3%B8n--ferie\n\n"
        "What is missing:"
    )


def test_nobody_is_named() -> None:
    """Ids of people and channels that stood in the question are left out."""
    address = issue_address(ISSUES, "ask <@U123|anna> in <#C1|hr> <!here> now", None, ENGLISH)
    assert address is not None
    assert "U123" not in address
    assert "anna" not in address
    assert "ask%20in%20now" in address


@given(question=st.text() | TYPED)
@example(question="\U0001f469" * 2_000)
@example(question="&" * 2_000)
@example(question="a\ud800")
@example(question="")
def test_any_question_makes_an_address(question: str) -> None:
    """Whatever was asked, the address is one that Slack and a browser open."""
    address = issue_address(ISSUES, question, NEAR, ENGLISH)
    assert address is not None
    assert address_problem(address) is None


@pytest.mark.parametrize(
    "template",
    [
        "",
        "javascript:alert('{title}')",
        "mailto:a@x.example?subject={title}",
        "no address {title}",
        f"https://x.example/{'a' * 3_000}?{{title}}",
    ],
)
def test_template_that_opens_nothing_offers_nothing(template: str) -> None:
    """Where no issue can be opened there is no address, so no button."""
    assert issue_address(template, "who?", None, ENGLISH) is None


def test_template_without_a_body_is_filled_as_far_as_it_goes() -> None:
    """A tracker may take a title alone, and have other braces in its address."""
    template = "https://x.example/{project}/new?t={title}"
    address = issue_address(template, "who?", None, ENGLISH)
    assert address == "https://x.example/{project}/new?t=Missing%20in%20the%20handbook%3A%20who%3F"
