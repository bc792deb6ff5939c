"""What the operator is told of what did not go out: never what it said."""

from collections.abc import Callable
from typing import Final

from bot.slack.sending.letter import Failure, Letter, Respond, Undelivered
from bot.slack.sending.repeats import Repeats
from bot.wording.catalogue import Words

EVERYWHERE: Final = frozenset({Failure.TOKEN, Failure.UNREACHABLE})
"""A token that is not taken and a Slack that is away: one trouble for all channels."""


class Troubles:
    """Has a line for each kind of trouble."""

    def __init__(self, words: Callable[[], Words], quiet_seconds: float) -> None:
        self._words = words
        self._log = Repeats(words, quiet_seconds)

    def undelivered(self, letter: Letter, undelivered: Undelivered) -> None:
        """Tell that a letter did not arrive."""
        failure, word = undelivered.failure, undelivered.word
        key = f"log-undelivered-{failure.replace('_', '-')}"
        name = self._name(letter)
        kind = failure if failure in EVERYWHERE else (failure, word, name)
        self._log.tell(kind, self._words().say(key, letter=name, word=word))

    def plain(self, letter: Letter, word: str) -> None:
        """Tell that a letter is sent as text alone, and which kinds of blocks were refused."""
        kinds = ", ".join(dict.fromkeys(str(block.type) for block in letter.message.blocks))
        name = self._name(letter)
        line = self._words().say("log-plain", letter=name, word=word, kinds=kinds or "-")
        self._log.tell(("plain", word, kinds), line)

    def call_failed(self, method: str, undelivered: Undelivered) -> None:
        """Tell that a method did not do what it was called for."""
        word = undelivered.word
        line = self._words().say("log-call-failed", method=method, word=word)
        self._log.tell((method, word), line)

    def long_queue(self, waiting: int, seconds: float) -> None:
        """Tell that a queue is long."""
        line = self._words().say("log-queue-long", waiting=waiting, seconds=round(seconds))
        self._log.tell("log-queue-long", line)

    def left(self, count: int) -> None:
        """Tell how much was not sent before the end."""
        self._log.tell("log-letters-left", self._words().say("log-letters-left", count=count))

    def close(self) -> None:
        """Tell what was only counted so far."""
        self._log.close()

    def _name(self, letter: Letter) -> str:
        if isinstance(letter, Respond):
            return self._words().say("log-letter-response")
        return self._words().say("log-letter-channel", channel=letter.channel)
