"""What a button carries: never too much for Slack, and the same when it comes back."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.slack.rendering.control import (
    QUESTION_CHARACTERS,
    Carried,
    Control,
    Pressed,
    action_id,
    carried,
    pressed,
)
from tests.slack.any_markdown import TYPED
from tests.slack.limits import BUTTON_VALUE

CASES = sorted((Path(__file__).parent / "pressed").glob("*.json"))
KEYS = st.text("0123456789abcdef-", min_size=1, max_size=40)
"""What names a section."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inside: st.lists(inside) | st.dictionaries(st.sampled_from(["q", "s", "a"]), inside),
    max_leaves=5,
)


@given(question=st.text() | TYPED, key=KEYS)
@example(question="<" * 5_000, key="a" * 40)
@example(question="\U0001f469" * 5_000, key="a" * 40)
@example(question='"' * 5_000, key="a" * 40)
@example(question="\x00" * 5_000, key="a" * 40)
def test_any_question_fits_and_keeps_its_section(question: str, key: str) -> None:
    """However long and however written, the value fits, and says what it can of the question."""
    value = Carried(question, key).value()
    assert len(value.encode()) <= BUTTON_VALUE
    back = carried(value)
    assert back.section == key
    assert question.startswith(back.question)
    assert len(back.question) >= min(len(question), 300)


@given(
    question=st.text(st.characters(max_codepoint=0x2000, exclude_characters="<>&"), max_size=300)
)
def test_what_fits_comes_back_whole(question: str) -> None:
    """A question of ordinary length comes back as it was asked."""
    assert carried(Carried(question, "k").value()) == Carried(question, "k")


def test_long_danish_question_is_carried_whole() -> None:
    """As many characters as are promised fit where hardly any needs more than two bytes."""
    question = ("Hvem godkender mødet på Ærø? " * 50)[:QUESTION_CHARACTERS]
    assert carried(Carried(question, "k" * 40).value()).question == question
    assert carried(Carried(question + "?", "k" * 40).value()).question == question


@given(section=st.text())
@example(section="a" * 3_000)
def test_any_section_fits(section: str) -> None:
    """A name that is no name of ours does not make a message that Slack refuses."""
    value = Carried("hvem?", section).value()
    assert len(value.encode()) <= BUTTON_VALUE
    assert carried(value).question == "hvem?"


def test_half_a_character_can_be_sent() -> None:
    """What cannot be written in UTF-8 becomes a question mark instead of an error."""
    assert carried(Carried("a\ud800b", "\udfff").value()) == Carried("a?b", "?")


def test_value_holds_nothing_that_slack_escapes() -> None:
    """Slack escapes three characters in what it sends back; none of them is in a value."""
    value = Carried("a < b & c > d", "k").value()
    assert not set(value) & set("<>&")
    assert carried(value) == Carried("a < b & c > d", "k")


@given(value=st.text() | JSON.map(json.dumps))
@example(value="[" * 100_000)
@example(value='{"q": NaN}')
@example(value='{"s": ' + "9" * 5_000 + "}")
def test_any_value_is_read(value: str) -> None:
    """What is not ours says nothing, and is no error."""
    back = carried(value)
    assert isinstance(back.question, str)
    assert isinstance(back.section, str)
    assert len(back.question) <= QUESTION_CHARACTERS


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_press_is_read(case: Path) -> None:
    """Wherever a button stands, who pressed it, where, and what it carries are read."""
    given_case = json.loads(case.read_text(encoding="utf-8"))
    expected = given_case["expected"]
    control = Control(given_case["control"])
    assert pressed(control, given_case["payload"]) == Pressed(
        control, **{**expected, "carried": Carried(**expected["carried"])}
    )


@given(body=st.dictionaries(st.sampled_from(["user", "actions", "container", "message"]), JSON))
def test_any_payload_is_read(body: dict[str, object]) -> None:
    """A payload that lacks what it should have leaves it empty."""
    assert pressed(Control.MORE, body).control is Control.MORE


def test_value_of_another_button_is_not_taken() -> None:
    """Of several actions in a payload, that of the control is read."""
    actions = [
        {"action_id": "share", "value": Carried("a").value()},
        {"action_id": action_id(Control.CHOICE, 1), "value": Carried("b").value()},
    ]
    assert pressed(Control.CHOICE, {"actions": actions}).carried == Carried("b")
