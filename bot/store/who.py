"""Who and where, as the store knows them: ids of the platform, no names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """A person."""

    workspace: str
    """Id of the workspace: Slack's team."""
    person: str
    """Id of the person in it."""


@dataclass(frozen=True, slots=True)
class Where:
    """A conversation."""

    workspace: str
    """Id of the workspace."""
    channel: str
    """Id of the channel."""
    thread: str = ""
    """The thread's first message; empty for the channel itself."""
