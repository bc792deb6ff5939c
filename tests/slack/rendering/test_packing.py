"""Long answers: as few messages as take them, each with its own text, none cut at the sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answered
from bot.slack.limits import TEXT_BYTES
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.packing import MESSAGES, Layout, Message, messages, notice_message
from bot.slack.rendering.piece import Extent, Line, note_piece, text_piece
from bot.slack.sending.response_urls import USES
from bot.wording.catalogue import words_in
from index.reading.prose import Prose
from index.search.language import Language
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.rendering.outcomes import PUBLIC
from tests.slack.rendering.shown import message_problems

WORDS = words_in(Language.ENGLISH)


def flow(steps: int, length: int) -> list[Message]:
    """Return the messages for a flow of so many steps of so many characters."""
    page = "# Faktura\n\n" + "".join(f"{n}. {'Trin æ ' * (length // 7)}\n" for n in range(steps))
    further = list(hits_of_sections(index_of("# Ferie\n\nDu har 25 dage.")))
    first = next(hits_of_sections(index_of(page)))
    return list(outcome_messages(Answered("?", Language.ENGLISH, (first, *further)), PUBLIC))


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize(("length", "count"), [(100, 1), (500, 2), (800, 3), (3_000, 3)])
def test_flow_is_as_few_messages_as_take_it(length: int, count: int) -> None:
    """A flow that is too long for one message goes on in the next, up to what anybody reads."""
    said = flow(9, length)
    assert len(said) == count <= MESSAGES < USES
    assert message_problems(said) == []


def test_each_message_says_which_it_is() -> None:
    """The title stands in the first, the sources and buttons in the last; each has its number."""
    first, second, third = (message.text for message in flow(9, 800))
    assert first.startswith("Part 1 of 3\nFaktura (Faktura): https://handbook.example/")
    assert second.startswith("Part 2 of 3\n")
    assert third.startswith("Part 3 of 3\n")
    assert "See also\n• Ferie" in third
    assert third.endswith("Missing in the handbook?")
    steps = [f"{number}. Trin" for number in range(9)]
    assert [step for text in (first, second, third) for step in steps if step in text] == steps


def test_what_is_too_long_is_left_off_before_the_sources() -> None:
    """Of a flow without measure the end is left out, which is said, and More shows it."""
    last = flow(9, 3_000)[-1].text
    assert "There is more in the section." in last
    assert "See also\n• Ferie" in last
    assert "Buttons: Whole section; " in last


def test_more_is_no_button_where_all_is_shown() -> None:
    """A long flow that the messages take has nothing more."""
    last = flow(9, 800)[-1].text
    assert "There is more" not in last
    assert "Whole section" not in last


@given(
    body=st.lists(st.integers(1, 1_800), max_size=20),
    head=st.integers(1, 1_500),
    tail=st.integers(1, 1_500),
)
def test_any_pieces_are_packed_in_order(body: list[int], head: int, tail: int) -> None:
    """Every piece stands once and in order, the head first, the tail last; only a body is cut."""
    lines = [Line(f"{n}:{'x' * size}", f"{n}:{'x' * size}") for n, size in enumerate(body)]
    layout = Layout(
        [text_piece(Prose("h" * head))],
        lines,
        lambda extent: [note_piece(f"{extent.name} {'t' * tail}")],
    )
    said = messages(layout, WORDS)
    text = "\n".join(message.text for message in said)
    assert all(len(message.text.encode()) <= TEXT_BYTES for message in said)
    assert len(said) <= MESSAGES
    shown = [line for line in text.split("\n") if ":" in line]
    assert shown == [line.said for line in lines[: len(shown)]]
    extent = Extent.WHOLE if len(shown) == len(lines) else Extent.PART
    assert text.endswith(f"{extent.name} {'t' * tail}")
    if extent is Extent.PART:
        assert len(said) == MESSAGES


def test_notice_is_a_section_for_each_sentence() -> None:
    """Our own sentences stand one below the other, empty ones nowhere, and ping nobody."""
    message = notice_message("One & <!here>", " ", "Two")
    assert message.text == "One &amp; &lt;!here&gt;\nTwo"
    assert [block.type for block in message.blocks] == ["section", "section"]
