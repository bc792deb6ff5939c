"""The modal that a person is asked with: everything that will be sent, and where to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from slack_sdk.models.blocks import Block, DividerBlock

from bot.slack.pressing.escalation import answered_pieces
from bot.slack.pressing.field import text_field
from bot.slack.pressing.modal import Form, Modal, markup, modal, sentence
from bot.slack.pressing.origin import Origin
from bot.slack.rendering.control import QUESTION_CHARACTERS, Control
from bot.slack.rendering.mrkdwn import bold, escaped, linked
from bot.slack.rendering.packing import message_of
from bot.wording.catalogue import Words
from index.reading.plain import BULLET
from index.search.retrieve import Hit

QUESTION: Final = "question"
"""The field for the question."""

ADDED: Final = "added"
"""The field for what somebody says beside it."""

ADDED_CHARACTERS: Final = 2_000
"""More is told to whoever answers."""

_REDIRECT: Final = "https://slack.com/app_redirect"
"""Opens a channel by its id: https://api.slack.com/docs/deep-linking"""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What is sent with what is written in the modal."""

    name: str
    """What the asker is called."""
    hit: Hit | None
    """What the handbook answered; None where it had nothing."""
    thread: str
    """Address of the message that was answered; empty where nobody else can open it."""
    team: str
    """Id of the workspace that it is posted in."""


def person_form(
    origin: Origin, enclosed: Enclosed, words: Words, written: Mapping[str, str], *before: str
) -> Modal:
    """Return the modal; `before` is said above, `written` stands in its fields already."""
    question = written.get(QUESTION, origin.carried.question)
    asked = text_field(
        QUESTION,
        words.say("person-question"),
        most=QUESTION_CHARACTERS,
        written=question,
        needed=True,
    )
    added = text_field(
        ADDED,
        words.say("person-added"),
        most=ADDED_CHARACTERS,
        hint=words.say("person-added-hint"),
        written=written.get(ADDED, ""),
    )
    said = [sentence(line) for line in before]
    blocks = [
        *said,
        _where(origin, enclosed.team, words),
        asked,
        added,
        DividerBlock(),
        _with(enclosed, words),
    ]
    if enclosed.hit:
        blocks += message_of(answered_pieces(enclosed.hit)).blocks
    form = Form(Control.PERSON, words.say("person-send"))
    return modal(words.say("person-title"), blocks, words, origin, form)


def _where(origin: Origin, team: str, words: Words) -> Block:
    """Say where it will be posted: the name of a channel is not the bot's to look up."""
    place = {"channel": origin.escalation, "team": team}
    address = f"{_REDIRECT}?{urlencode(place)}"
    opens = linked(words.say("person-channel"), address)
    return markup(f"{escaped(words.say('person-where'))}\n{opens}")


def _with(enclosed: Enclosed, words: Words) -> Block:
    """List what is sent beside the two fields."""
    lines = [words.say("person-with-name", name=enclosed.name)]
    if enclosed.thread:
        lines.append(words.say("person-with-thread"))
    if enclosed.hit:
        lines.append(words.say("person-with-answer"))
    listed = [escaped(BULLET + line) for line in lines]
    return markup("\n".join([bold(escaped(words.say("person-with"))), *listed]))
