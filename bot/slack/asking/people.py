"""Who somebody is: their language, and whether they belong to the house."""

from dataclasses import dataclass
from enum import StrEnum

from index.search.language import Language


class Standing(StrEnum):
    """What somebody is to the workspace."""

    MEMBER = "member"
    GUEST = "guest"
    """Of one channel or several."""
    STRANGER = "stranger"
    """Of another workspace, in a channel that is shared with it."""
    UNKNOWN = "unknown"
    """Slack does not say just now."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack."""

    user: str
    """Their id."""
    team: str
    """Id of their workspace."""
    standing: Standing
    """What they are to ours."""
    language: Language | None
    """What they chose, else their Slack's; None where it is neither Danish nor English."""
    admin: bool = False
    """Whether they administer the workspace."""
    name: str = ""
    """What they are called, for a person who is asked in their place."""


class People:
    """Asks Slack once an hour for each person, and answers from memory in between."""

    async def find(self, user: str, team: str) -> Person:
        """Return who somebody is; UNKNOWN where Slack cannot be asked. Never raises."""
        raise NotImplementedError
