"""The window in which a channel is set: always valid, filled with what holds, read back as set."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.surfaces.channel_view import (
    CHAPTERS,
    ESCALATION,
    MODE,
    channel_view,
    saved_view,
    settings_in,
)
from bot.store.channels import USUAL, ChannelSettings, Mode
from bot.wording.catalogue import words_in
from index.contents import Contents
from index.search.language import Language
from tests.slack.surfaces.any_contents import LANGUAGES, NAMES, contents
from tests.slack.surfaces.handbooks import handbook
from tests.slack.surfaces.views import shown_text, view_problems

ENGLISH = words_in(Language.ENGLISH)


def sent(view: Mapping[str, Any]) -> dict[str, Any]:
    """Return a window as Slack delivers it when nothing in it was touched."""
    values: dict[str, Any] = {}
    for block in view["blocks"]:
        element = block.get("element")
        if not element:
            continue
        kept = {
            "radio_buttons": ("selected_option", "initial_option"),
            "multi_static_select": ("selected_options", "initial_options"),
            "multi_external_select": ("selected_options", "initial_options"),
            "conversations_select": ("selected_conversation", "initial_conversation"),
        }[element["type"]]
        values[block["block_id"]] = {element["action_id"]: {kept[0]: element.get(kept[1])}}
    return {**view, "state": {"values": values}}


@st.composite
def chosen(draw: st.DrawFn, of: Contents) -> ChannelSettings:
    """Draw settings: chapters of the handbook, and some that it lost."""
    patterns = [chapter.pattern for chapter in of.chapters]
    there = draw(st.lists(st.sampled_from(patterns), unique=True, max_size=5))
    order = tuple(sorted(there, key=patterns.index))
    return ChannelSettings(
        draw(st.sampled_from(Mode)), order, draw(st.sampled_from(("", "C0HELPDESK")))
    )


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), of=contents(), language=LANGUAGES, gone=st.lists(NAMES, max_size=20))
def test_any_settings_fit_and_come_back(
    data: st.DataObject, of: Contents, language: Language, gone: list[str]
) -> None:
    """Whatever was set before, the window is valid, and sent untouched it sets the same."""
    before, words = data.draw(chosen(of)), words_in(language)
    lost = ChannelSettings(before.mode, (*before.chapters, *gone), before.escalation)
    view = channel_view(lost, of, words, "T0 C0", "Said.")
    assert view_problems(view) == ()
    back = settings_in(sent(view.to_dict()), of, USUAL)
    # Options of one title are told apart by their values.
    assert back == before
    assert view_problems(saved_view(back, of, words)) == ()


def test_chapters_that_are_gone_are_named() -> None:
    """Who saves knows that a chapter which the handbook lost is dropped."""
    view = channel_view(ChannelSettings(chapters=("old/*",)), handbook(2, 1, 1), ENGLISH)
    assert "old/*" in shown_text(view)


def test_while_the_handbook_is_read_the_chapters_stay() -> None:
    """Without contents no chapter can be chosen, and those that were stay."""
    before = ChannelSettings(Mode.QUESTIONS, ("0/*",), "")
    view = channel_view(before, None, ENGLISH)
    assert CHAPTERS not in str(view.to_dict())
    assert settings_in(sent(view.to_dict()), None, before) == before


@pytest.mark.parametrize(("chapters", "kind"), [(100, "multi_static"), (101, "multi_external")])
def test_more_chapters_than_a_menu_takes(chapters: int, kind: str) -> None:
    """A menu that cannot hold all chapters asks for them as one types."""
    view = channel_view(USUAL, handbook(chapters, 1, 1), ENGLISH)
    assert f"{kind}_select" in str(view.to_dict())


@pytest.mark.parametrize(
    "values",
    [
        {},
        {MODE: {MODE: {"selected_option": None}}},
        {MODE: {MODE: {"selected_option": {"value": "loud"}}}},
        {CHAPTERS: {CHAPTERS: {"selected_options": []}}, ESCALATION: {}},
    ],
)
def test_what_slack_leaves_out_stays_as_it_was(values: dict[str, Any]) -> None:
    """A field that says nothing that is known changes nothing."""
    before = ChannelSettings(Mode.SILENT)
    assert settings_in({"state": {"values": values}}, handbook(2, 1, 1), before) == before


def test_what_was_saved_is_said() -> None:
    """The confirmation says what is answered, from which chapters, and who is heard."""
    of = handbook(12, 1, 1)
    chosen_chapters = tuple(chapter.pattern for chapter in of.chapters)
    said = shown_text(saved_view(ChannelSettings(Mode.SILENT, chosen_chapters), of, ENGLISH))
    assert "Nothing that others see" in said
    assert "Chapter 0, Chapter 1" in said
    assert "+ 2" in said
