"""The search window: what is found is shown in the window that it was asked in."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.blocks import Option
from slack_sdk.models.views import View

from bot.slack.asking.answering import Asked, fault_of, outcome_of
from bot.slack.asking.viewer import NotAdmittedError, Viewer, find_viewer
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.surfaces.findings import answer_blocks, section_window
from bot.slack.surfaces.home_view import SEARCH
from bot.slack.surfaces.opening import (
    Making,
    answer_window,
    open_window,
    opener_of,
    refill_window,
)
from bot.slack.surfaces.options import section_options
from bot.slack.surfaces.search_view import ASK, CALLBACK, FIND, SHORTCUT, question_in, search_view
from bot.store.channels import USUAL
from bot.wording.catalogue import Words, words_in
from index.search.completion import completed
from index.search.language import Language

OPTIONS_SECONDS: Final = 2.0
"""Slack shows an empty menu after three."""


SUGGESTIONS: Final = 20
"""So many are looked through before one more letter is typed; a menu would take a hundred."""


def listen(app: AsyncApp, desk: Desk) -> None:
    """Open the search, complete what is typed, and show what is chosen or asked for."""

    @app.shortcut(SHORTCUT)
    @app.action(SEARCH)
    async def opened(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await open_window(desk, opener_of(body), _empty)

    @app.options(FIND)
    async def typed(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(options=await _completed(desk, body))

    @app.action(FIND)
    async def chosen(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        key = str(inner(body["actions"][0], "selected_option").get("value") or "")
        await refill_window(desk, opener_of(body), _section(desk, key), body)

    @app.view(CALLBACK)
    async def asked(ack: AsyncAck, body: dict[str, Any]) -> None:
        view = inner(body, "view")
        question = question_in(view)
        if question:
            await answer_window(ack, desk, body, _answered(desk, question))
        else:
            errors = {ASK: _words_of(view, desk).say("search-nothing-typed")}
            await ack(response_action="errors", errors=errors)


async def _empty(viewer: Viewer) -> View:
    return search_view(viewer.words)


def _section(desk: Desk, key: str) -> Making:
    async def make(viewer: Viewer) -> View:
        shown = await section_window(desk, key)(viewer)
        return search_view(viewer.words, shown.blocks or ())

    return make


def _answered(desk: Desk, question: str) -> Making:
    async def make(viewer: Viewer) -> View:
        outcome = outcome_of(Asked(question, viewer.person, "", USUAL), desk)
        return search_view(viewer.words, answer_blocks(outcome, USUAL, desk))

    return make


async def _completed(desk: Desk, body: Mapping[str, Any]) -> Sequence[Option]:
    """Return the sections that may be meant so far: none where that cannot be told in time."""
    who, publication = opener_of(body), desk.library.publication
    if publication is None:
        return ()
    try:
        async with asyncio.timeout(OPTIONS_SECONDS):
            viewer = await find_viewer(desk, who.user, who.team, "")
        typed = str(body.get("value") or "")
        return section_options(completed(typed, publication.index, viewer.scope, SUGGESTIONS))
    except NotAdmittedError:
        return ()
    except Exception as error:  # noqa: BLE001 - the menu says that there is nothing
        fault_of(error, desk, desk.library.language())
        return ()


def _words_of(view: Mapping[str, Any], desk: Desk) -> Words:
    """Return the sentences in the language of a window."""
    code = view.get("private_metadata")
    return words_in(Language(code)) if code in set(Language) else desk.words
