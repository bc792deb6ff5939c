"""What a workspace knows: its people, and what was said in its channels."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

TEAM: Final = "T0"
BOT_USER: Final = "U0BOT"
BOT: Final = "B0BOT"

Message = dict[str, Any]
"""A message with Slack's fields."""


class Workspace:
    """People and messages; what is not set is as it mostly is."""

    def __init__(self) -> None:
        self._people: dict[str, dict[str, Any]] = defaultdict(dict)
        self._messages: dict[str, list[Message]] = defaultdict(list)
        self._newest = 0

    def person(self, user: str, **fields: object) -> None:
        """Set fields of somebody's `user` object: its locale, team_id, is_restricted and such."""
        self._people[user].update(fields)

    def info(self, user: str) -> dict[str, Any]:
        """Return somebody as `users.info` has them, with the locale."""
        name = user.removeprefix("U0").title()
        return {
            "id": user,
            "team_id": TEAM,
            "name": name.lower(),
            "real_name": name,
            "profile": {"real_name": name, "display_name": name, "team": TEAM},
            "locale": "da-DK",
            **dict.fromkeys(("deleted", "is_bot", "is_stranger"), False),
            **dict.fromkeys(("is_admin", "is_owner", "is_primary_owner"), False),
            **dict.fromkeys(("is_restricted", "is_ultra_restricted"), False),
            **self._people[user],
        }

    def say(self, channel: str, user: str, text: str, thread: str | None = None) -> str:
        """Let somebody say something, and return its `ts`."""
        return str(self.add(channel, {"user": user, "text": text, "thread_ts": thread})["ts"])

    def add(self, channel: str, fields: Mapping[str, Any]) -> Message:
        """Keep a message, with the next `ts`."""
        given = {name: value for name, value in fields.items() if value is not None}
        message = {"type": "message", **given, "ts": self.next_ts()}
        self._messages[channel].append(message)
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        """Return a message."""
        return next((each for each in self._messages[channel] if each["ts"] == ts), None)

    def thread(self, channel: str, ts: str) -> list[Message]:
        """Return a thread, the oldest first; its first message may be older than the workspace."""
        return [each for each in self._messages[channel] if ts in {each["ts"], _thread(each)}]

    def history(self, channel: str) -> list[Message]:
        """Return what stands in a channel itself, the newest first."""
        return list(reversed([each for each in self._messages[channel] if _top(each)]))

    def texts(self, channel: str) -> list[str]:
        """Return what was said in a channel and its threads, in order."""
        return [str(each.get("text")) for each in self._messages[channel]]

    def everything(self) -> Iterator[Message]:
        """Yield every message."""
        for messages in self._messages.values():
            yield from messages

    def next_ts(self) -> str:
        """Return a `ts` that is later than all others."""
        self._newest = max(self._newest + 1, time.time_ns() // 1000)
        return f"{self._newest // 1_000_000}.{self._newest % 1_000_000:06}"


def _thread(message: Message) -> str:
    return str(message.get("thread_ts") or "")


def _top(message: Message) -> bool:
    return _thread(message) in {"", message["ts"]}
