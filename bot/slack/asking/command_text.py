"""What was typed after the slash command."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.slack.asking.typed_text import question_text, words_in_text
from index.search.language import Language, is_function_word
from index.search.words import words_of


@dataclass(frozen=True, slots=True)
class Help:
    """What the bot can do: `/handbook` alone too."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the handbook."""

    text: str
    """Its words; not empty."""


@dataclass(frozen=True, slots=True)
class WhoIs:
    """Whom to turn to: a person, a role, a team, a subject."""

    name: str
    """What was typed of it; empty where Slack gives a person's id and not their name."""
    user: str = ""
    """Id of the person, where one was picked from Slack's list; else empty."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What changed lately."""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What the bot remembers of the asker."""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Forget it."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """How the bot behaves in this channel."""


Command = Help | Ask | WhoIs | Lately | AboutMe | ForgetMe | ChannelSettings
"""Made by `read_command`, taken by the listener of the command."""

COMMANDS: Final[Mapping[str, Command]] = {
    "hjælp": Help(),
    "hjaelp": Help(),
    "help": Help(),
    "nyt": Lately(),
    "new": Lately(),
    "mig": AboutMe(),
    "me": AboutMe(),
    "glem mig": ForgetMe(),
    "forget me": ForgetMe(),
    "indstillinger": ChannelSettings(),
    "settings": ChannelSettings(),
}
"""The whole text is one of these, or it is a question: `new employee first day` is."""

_PERSON = re.compile(r"<@(\w+)(?:\|([^>]*))?>")
_LOOK_UP = re.compile(r"whois\b(.*)", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(r"(?:hvem er|who is)\b(.*)", re.IGNORECASE | re.DOTALL)
_AROUND = "\"'“”„‘’«»`*_~.,:;!? "
"""What may stand around words that were copied, quoted or called out."""


def read_command(text: str) -> Command:
    """Return what the text after the slash command asks for; anything may be typed.

    `hvem er` and `who is` look a name up when a bare name follows, of a person, a role or a team.
    With a word between that carries no subject it is a question: `hvem er min leder?`.
    """
    people = _PERSON.findall(text)
    # A name that was picked from Slack's list comes as an id, with what it is called if at all.
    typed = question_text(_PERSON.sub(lambda person: f" {person[2] or ''} ", text)).strip(_AROUND)
    if command := COMMANDS.get(typed.casefold()):
        return command
    user = people[0][0] if people else ""
    if looked_up := _LOOK_UP.fullmatch(typed):
        name = looked_up[1].strip(_AROUND)
        return WhoIs(name, user) if name or user else Help()
    if (said := _SAID.fullmatch(typed)) and _is_bare_name(said[1]):
        name = said[1].strip(_AROUND)
        return WhoIs(name, user) if name or user else Help()
    asked = words_in_text(text)
    if asked:
        return Ask(asked)
    return WhoIs(typed, user) if user else Help()


def _is_bare_name(text: str) -> bool:
    return not any(
        is_function_word(word, language) for word in words_of(text) for language in Language
    )
