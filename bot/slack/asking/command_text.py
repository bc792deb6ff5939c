"""What was typed after the slash command."""

from dataclasses import dataclass


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
    """What was typed of it; not empty."""


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


def read_command(text: str) -> Command:
    """Return what the text after the slash command asks for; anything may be typed."""
    raise NotImplementedError
