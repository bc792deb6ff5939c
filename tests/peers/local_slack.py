"""Drives local-slack, a Slack that runs on this computer, the way its people would.

It judges nothing (28 broken messages of 28 are taken) and shows an ephemeral message to everyone:
it proves that the bot answers, never that an answer is valid or private.

An event that no listener takes is never acknowledged, and the call that caused it then waits five
seconds: give the app a listener for every event it is sent, `message` among them.

It cannot deliver an event again by itself. Two Socket Mode connections of one app do it: each gets
every event, with the same `event_id`.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

from bot.slack.local.program import running_slack
from bot.slack.local.workspace import (
    APP_TOKEN,
    BOT,
    BOT_TOKEN,
    DIRECT_MESSAGES,
    SIGNING_SECRET,
)

PATIENCE_SECONDS = 10.0
POLL_SECONDS = 0.02
"""An answer takes a few milliseconds; asking more often only loads the computer."""

Found = TypeVar("Found")
Json = dict[str, Any]
"""A message or a log entry, as local-slack gives it; its fields are theirs, not ours."""


@dataclass(frozen=True, slots=True)
class LocalSlack:
    """A running workspace and what its people can do in it."""

    base_url: str
    """The web page's address, without a slash at its end."""

    http: httpx.AsyncClient
    """Speaks with the control interface."""

    bot_token: str = BOT_TOKEN
    """What the bot's Web API calls carry."""

    app_token: str = APP_TOKEN
    """What opens Socket Mode."""

    signing_secret: str = SIGNING_SECRET
    """What events over HTTP are signed with."""

    @property
    def api_url(self) -> str:
        """The Web API's address; slack_sdk needs the slash at its end."""
        return f"{self.base_url}/api/"

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Post as a person and give the message's ts, once the bot has acknowledged it."""
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        body = {"user": user, "channel": channel, "text": text} | thread
        answer = await self._post("message", body)
        return str(answer["message"]["ts"])

    async def mention(
        self, user: str, channel: str, text: str, thread_ts: str | None = None
    ) -> str:
        """Post with the bot's name before the text, and give the message's ts."""
        return await self.say(user, channel, f"<@{BOT}> {text}", thread_ts)

    async def dm(self, user: str, text: str) -> str:
        """Write to the bot alone, and give the message's ts."""
        return await self.say(user, DIRECT_MESSAGES[user], text)

    async def command(self, user: str, channel: str, name: str, text: str) -> None:
        """Give a slash command; what the bot acknowledges it with is posted as its answer."""
        body = {"user": user, "channel": channel, "command": name, "text": text}
        await self._post("command", body)

    async def press(self, user: str, channel: str, message_ts: str, action: Json) -> None:
        """Press a button; the action is the button's type, action_id, block_id and value."""
        body = {"user": user, "channel": channel, "messageTs": message_ts, "action": action}
        await self._post("interact", body)

    async def edit(self, user: str, channel: str, ts: str, text: str) -> None:
        """Write a person's own message anew."""
        await self._post("edit-message", {"user": user, "channel": channel, "ts": ts, "text": text})

    async def messages(self, channel: str) -> list[Json]:
        """Give what stands in a channel, threads and ephemeral messages with it, oldest first."""
        return list((await self._get(f"messages/{channel}"))["messages"])

    async def log(self) -> list[Json]:
        """Give the last thousand exchanges with the bot, oldest first."""
        return list((await self._get("log"))["log"])

    async def sent(self, method: str) -> list[Json]:
        """Give what the bot sent to a Web API method; response_url is not in the log."""
        calls = [entry for entry in await self.log() if entry["kind"] == "web_api"]
        return [entry.get("detail", {}) for entry in calls if entry["summary"] == method]

    async def delivered(self) -> list[Json]:
        """Give the event payloads that went to the bot, each once however many sockets it has."""
        return [entry["detail"] for entry in await self.log() if entry["kind"] == "events_api"]

    async def replies(self, channel: str) -> list[Json]:
        """Give what the bot posted in a channel."""
        return [message for message in await self.messages(channel) if "bot_id" in message]

    async def connected(self, sockets: int = 1) -> None:
        """Wait until the bot listens: an event that comes earlier is lost."""

        async def greeted() -> bool:
            summaries = [str(entry["summary"]) for entry in await self.log()]
            return sum(one.startswith("socket connected") for one in summaries) >= sockets

        await self.wait_for(greeted)

    async def wait_for(
        self, predicate: Callable[[], Awaitable[Found]], seconds: float = PATIENCE_SECONDS
    ) -> Found:
        """Ask until the answer is true, or a list with something in it, and give that answer."""
        async with asyncio.timeout(seconds):
            # What is waited for happens in another process, which can only be asked.
            while not (found := await predicate()):  # noqa: ASYNC110
                await asyncio.sleep(POLL_SECONDS)
        return found

    async def _post(self, name: str, body: Json) -> Json:
        answer = await self.http.post(f"_control/{name}", json=body)
        answer.raise_for_status()
        return dict(answer.json())

    async def _get(self, name: str) -> Json:
        answer = await self.http.get(f"_control/{name}")
        answer.raise_for_status()
        return dict(answer.json())


@asynccontextmanager
async def local_slack() -> AsyncIterator[LocalSlack]:
    """Give a fresh workspace, gone at the end; nothing but made-up people is in it."""
    async with (
        running_slack() as base_url,
        # A proxy named in the environment has no business on the loopback.
        httpx.AsyncClient(base_url=base_url, trust_env=False) as http,
    ):
        yield LocalSlack(base_url, http)
