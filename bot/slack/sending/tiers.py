"""How often Slack lets an app call each method; what is not stated here waits for less.

Limits hold for a method, an app and a workspace together, by the minute. Bursts are tolerated and
never promised: https://docs.slack.dev/apis/web-api/rate-limits
Each method's tier is the one that its page names: https://docs.slack.dev/reference/methods
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final


class Tier(Enum):
    """Slack's classes of methods."""

    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4
    SPECIAL = 5
    """A limit that the method's page tells in words, or not at all."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something may be done."""

    times: int
    """So often..."""
    seconds: float
    """...within any so many seconds."""


CHANNEL: Final = Rate(1, 1.0)
"""Messages to one channel, by whichever method.

https://docs.slack.dev/reference/methods/chat.postMessage
"""

WORKSPACE: Final = Rate(300, 60.0)
"""Messages to a whole workspace: "several hundred messages per minute", so the least of them.

https://docs.slack.dev/reference/methods/chat.postMessage
"""

TIERS: Final[Mapping[Tier, Rate]] = MappingProxyType(
    {
        Tier.ONE: Rate(1, 60.0),
        Tier.TWO: Rate(20, 60.0),
        Tier.THREE: Rate(50, 60.0),
        Tier.FOUR: Rate(100, 60.0),
        # "Design for one call per second", where nothing else is said: the page on rate limits.
        Tier.SPECIAL: Rate(60, 60.0),
    }
)
"""What each tier allows at least. https://docs.slack.dev/apis/web-api/rate-limits"""

METHODS: Final[Mapping[str, Tier]] = MappingProxyType(
    {
        "apps.connections.open": Tier.THREE,
        "assistant.threads.setStatus": Tier.SPECIAL,
        "assistant.threads.setSuggestedPrompts": Tier.FOUR,
        "assistant.threads.setTitle": Tier.FOUR,
        "auth.test": Tier.SPECIAL,
        "chat.delete": Tier.THREE,
        "chat.getPermalink": Tier.SPECIAL,
        "chat.postEphemeral": Tier.FOUR,
        "chat.unfurl": Tier.THREE,
        "chat.update": Tier.THREE,
        "conversations.history": Tier.THREE,
        "conversations.info": Tier.THREE,
        "conversations.members": Tier.FOUR,
        "conversations.replies": Tier.THREE,
        "users.info": Tier.FOUR,
        "views.open": Tier.FOUR,
        "views.publish": Tier.FOUR,
        "views.push": Tier.FOUR,
        "views.update": Tier.FOUR,
    }
)
"""Which tier each method is in that the bot calls.

`chat.postMessage` is in none: `CHANNEL` and `WORKSPACE` say all that its page does.
"""

UNKNOWN: Final = Tier.TWO
"""What a method is taken for that is not in the table."""

POSTING: Final = frozenset({"chat.postMessage", "chat.postEphemeral"})
"""Methods that put a message into a channel."""

FORM_ONLY: Final = frozenset(
    {
        "chat.getPermalink",
        "conversations.history",
        "conversations.info",
        "conversations.members",
        "conversations.replies",
        "users.info",
    }
)
"""Methods that do not read JSON: they take a form, as each one's page says."""
