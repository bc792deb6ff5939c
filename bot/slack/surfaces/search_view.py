"""The search window: headings as one types, or a question in one's own words."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from slack_sdk.models.blocks import (
    Block,
    DividerBlock,
    ExternalDataSelectElement,
    InputBlock,
    PlainTextInputElement,
)
from slack_sdk.models.views import View

from bot.slack.limits import INPUT_CHARACTERS, LABEL_CHARACTERS, PLACEHOLDER_CHARACTERS
from bot.slack.surfaces.element import plain
from bot.slack.surfaces.window import window
from bot.wording.catalogue import Words

SHORTCUT: Final = "search_handbook"
"""The global shortcut, as the manifest names it."""

CALLBACK: Final = "search"
"""The window, when it is submitted."""

FIND: Final = "search-find"
"""The menu that is filled as one types."""

ASK: Final = "search-ask"
"""The field for a question."""

SHORTEST_QUERY: Final = 2
"""So many letters are typed before Slack asks for what begins like them."""


def search_view(words: Words, shown: Sequence[Block] = ()) -> View:
    """Return the window, and below its fields what was found last."""
    found = [DividerBlock(), *shown] if shown else []
    return window(
        words,
        [_find(words), _ask(words), *found],
        title="search-title",
        callback=CALLBACK,
        submit="search-submit",
        # What is wrong with a field is said in the language that the window has.
        metadata=words.language,
    )


def question_in(view: Mapping[str, Any]) -> str:
    """Return what was asked in a window that was submitted; empty for nothing."""
    values = view.get("state", {}).get("values", {})
    return str(values.get(ASK, {}).get(ASK, {}).get("value") or "").strip()


def _find(words: Words) -> InputBlock:
    menu = ExternalDataSelectElement(
        action_id=FIND,
        placeholder=plain(words.say("search-find-example"), PLACEHOLDER_CHARACTERS),
        min_query_length=SHORTEST_QUERY,
    )
    # Told of at once when something is chosen; nothing has to be chosen to ask below.
    return InputBlock(
        block_id=FIND,
        label=plain(words.say("search-find"), LABEL_CHARACTERS),
        element=menu,
        dispatch_action=True,
        optional=True,
    )


def _ask(words: Words) -> InputBlock:
    field = PlainTextInputElement(
        action_id=ASK,
        placeholder=plain(words.say("search-ask-example"), PLACEHOLDER_CHARACTERS),
        max_length=INPUT_CHARACTERS,
    )
    return InputBlock(
        block_id=ASK,
        label=plain(words.say("search-ask"), LABEL_CHARACTERS),
        element=field,
        optional=True,
    )
