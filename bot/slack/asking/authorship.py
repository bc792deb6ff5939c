"""Whether somebody wrote a message: not a bot, and not Slack about what happened."""

from bot.slack.asking.question import Reason
from bot.slack.delivered import Fields, words_of

ASKING_SUBTYPES = frozenset({"thread_broadcast", "file_share"})
"""A reply that the channel sees too, and a message with a file, are messages as those without a
subtype are. One that Slack may add asks nothing.

https://docs.slack.dev/reference/events/message#subtypes
"""

SLACKBOT = "USLACKBOT"
"""Whoever wrote what was deleted, and Slack's own reminders."""

_BOT_FIELDS = ("bot_id", "bot_profile")
_BOT_MESSAGE = "bot_message"


def is_machine(message: Fields, bot: str) -> bool:
    """Return whether a bot wrote `message`: `bot` itself, another, or Slack's own."""
    if any(message.get(field) is not None for field in _BOT_FIELDS):
        return True
    machines = {bot, SLACKBOT} - {""}
    return words_of(message, "subtype") == _BOT_MESSAGE or words_of(message, "user") in machines


def no_question(message: Fields, bot: str) -> Reason | None:
    """Return why nobody asks anything with `message`, as far as its fields tell; None when so."""
    if is_machine(message, bot):
        return Reason.MACHINE
    plain = message.get("subtype") is None or words_of(message, "subtype") in ASKING_SUBTYPES
    if not plain or message.get("hidden"):
        return Reason.HAPPENING
    return None if words_of(message, "user") and words_of(message, "ts") else Reason.NOBODY
