"""The one way out to Slack: in turn, at Slack's pace, once."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.sending.letter import Fate, Letter, Undelivered
from bot.wording.catalogue import Words


class Outbox:
    """Messages wait here until Slack takes them: those to one channel in the order of `send`."""

    def __init__(self, client: AsyncWebClient, words: Callable[[], Words]) -> None:
        self._client = client
        self._words = words

    async def send(self, letter: Letter) -> Fate:
        """Send a letter in its turn, and return what became of it; never raises."""
        raise NotImplementedError

    async def call(self, method: str, **arguments: Any) -> Mapping[str, Any] | Undelivered:  # noqa: ANN401
        """Call any other method (`views.open`, `users.info`) at its pace; never raises."""
        raise NotImplementedError

    def wait_for(self, channel: str) -> float:
        """Return how many seconds a message to a channel would wait now before it is sent."""
        raise NotImplementedError

    async def close(self, within: float) -> None:
        """Send what waits for at most `within` seconds; take nothing new."""
        raise NotImplementedError
