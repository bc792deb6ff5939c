"""What a check finds: the rule, how bad it is, the place, and the facts of its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.source.document import NoticeKind


class Level(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    """A visitor meets something broken."""
    WARNING = "warning"
    """Something is most likely missing or forgotten."""
    ADVICE = "advice"
    """It works, and could be better."""

    def reaches(self, limit: "Level") -> bool:
        """Return whether this is at least as bad as `limit`."""
        levels = tuple(Level)
        return levels.index(self) <= levels.index(limit)


class Rule(StrEnum):
    """What can be found; the catalogue holds one sentence for each."""

    LEFT_OUT = "left-out"
    BROKEN_SETTINGS = "broken-settings"
    DAMAGED_LETTERS = "damaged-letters"
    SHARED_ADDRESS = "shared-address"
    DEAD_LINK = "dead-link"
    WRONG_ADDRESS = "wrong-address"
    EMPTY_LINK = "empty-link"
    MISSING_ANCHOR = "missing-anchor"
    ANCHOR_COLLISION = "anchor-collision"
    EMPTY_PAGE = "empty-page"
    EMPTY_SECTION = "empty-section"
    TABLE_HEADER = "table-header"
    UNFINISHED = "unfinished"
    CONTACT_ADDRESS = "contact-address"
    REVIEW_OVERDUE = "review-overdue"
    HOST_LINK = "host-link"
    UNLINKABLE_HEADING = "unlinkable-heading"
    UNLINKED_PAGE = "unlinked-page"
    RAW_PAGE = "raw-page"
    LONG_SECTION = "long-section"
    REVIEW_OLD = "review-old"


Facts = Mapping[str, str | int]
"""What fills a finding's sentence, by the names that the catalogue uses."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a rule finds something; made by the rules, taken by `check_handbook`."""

    path: str
    """Path of the file below the handbook's root; empty when it is about the whole handbook."""
    line: int | None = None
    """Its line in the file, counted from 1; None when it is about the whole file."""
    facts: Facts = field(default_factory=dict)
    """What fills the sentence."""
    suggestion: str = ""
    """What would be right, as an author would write it; empty where nothing is near."""
    notice: NoticeKind | None = None
    """What the source or reading noticed, where it was they who did; its sentence is then used."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the handbook."""

    rule: Rule
    """What is wrong."""
    level: Level
    """How bad it is."""
    spot: Spot
    """Where."""
    heading: str = ""
    """Visible text of the heading above the line; empty where there is none."""
