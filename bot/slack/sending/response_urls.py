"""The addresses at which a command or a press is answered: a few times, for half an hour."""

import asyncio
from collections import Counter
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.sending.calling import Arguments, PutOff, Refused, Reply, Unsent, answer_at

USES: Final = 5
"""How often each takes a message.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

LIFE_SECONDS: Final = 1_800.0
"""For how long it does. The same page."""

SPENT: Final = "used_url"
"""Slack's word for an address that takes no more."""


class ResponseUrls:
    """Uses each address as often as Slack allows."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    async def use(self, client: AsyncWebClient, url: str, arguments: Arguments) -> Reply:
        """Send a message to an address once, unless it is spent; never raises."""
        if self._used[url] >= USES:
            return Refused(SPENT)
        reply = await answer_at(client, url, arguments)
        if not isinstance(reply, PutOff | Unsent):
            if not self._used[url]:
                asyncio.get_running_loop().call_later(LIFE_SECONDS, self._used.pop, url, None)
            self._used[url] += 1
        return reply
