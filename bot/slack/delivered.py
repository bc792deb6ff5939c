"""What Slack delivers, read carefully: a field may be there or not, and of any kind."""

from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]
"""An object as Slack sends it; its fields are Slack's."""


_DIRECT = "D"
"""What the id of a direct message begins with."""


def is_direct(channel: str) -> bool:
    """Return whether a channel is somebody's direct messages with the bot, by its id."""
    return channel.startswith(_DIRECT)


def words_of(fields: Fields, name: str) -> str:
    """Return a field that holds words; empty where it holds anything else."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def inner(fields: Fields, name: str) -> Fields:
    """Return a field that holds fields; empty where it holds anything else."""
    value = fields.get(name)
    return value if isinstance(value, Mapping) else {}
