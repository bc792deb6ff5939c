"""Why a place gives no handbook, or none that is better than the one before."""

from datetime import datetime
from enum import StrEnum


class Remedy(StrEnum):
    """What helps against a problem."""

    WAIT = "wait"
    """Nothing needs to be done: the next look may find it mended."""
    SETTINGS = "settings"
    """Those who run the bot change what it was told."""
    HANDBOOK = "handbook"
    """The editors change the handbook."""


class PlaceProblem(StrEnum):
    """Why a place gives no handbook; the catalogue holds one sentence for each."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_MARKDOWN = "not-markdown"
    NOT_PERMITTED = "not-permitted"
    NOTHING_READABLE = "nothing-readable"
    ADDRESS = "address"
    """An address of which nothing is known to be fetched from."""

    UNREACHABLE = "unreachable"
    """No answer: the name is not known, the host is away, the network is. Detail: what kind."""
    SLOW = "slow"
    """More time than a fetch may take. Detail: seconds."""
    HOST_FAULT = "host-fault"
    """The host's own fault. Detail: the HTTP status."""
    RATE_LIMITED = "rate-limited"
    """The host wants to be asked less. Detail: the time (HH:MM UTC) from which on it answers."""
    CUT_OFF = "cut-off"
    """Less came than was announced."""
    GARBLED = "garbled"
    """An answer that is not what such a host gives. Detail: what was asked for."""
    NOT_KEPT = "not-kept"
    """This computer's disk does not take it. Detail: the system's reason."""

    UNAUTHORISED = "unauthorised"
    """The token is missing, expired, or may not see it. Detail: the HTTP status."""
    UNKNOWN_REPOSITORY = "unknown-repository"
    """The host has no such repository, or the token may not see it."""
    UNKNOWN_BRANCH = "unknown-branch"
    """The repository has no such branch, tag or commit. Detail: its name."""
    REDIRECTED = "redirected"
    """The host sends on to one that is not configured, or a private one. Detail: that host."""
    CERTIFICATE = "certificate"
    """The host cannot prove who it is. Detail: the reason."""
    GIT_MISSING = "git-missing"
    """The program git is not installed."""
    GIT_REFUSED = "git-refused"
    """Git says no. Detail: its reason, without secrets."""

    TOO_LARGE = "too-large"
    """More bytes than a handbook may have. Detail: the limit in MiB."""
    TOO_MANY_FILES = "too-many-files"
    """More files than a handbook may have. Detail: the limit."""
    PATH_TOO_LONG = "path-too-long"
    """A file with a path that is longer than any disk takes. Detail: the limit in characters."""
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    """An archive that unpacks to more than a handbook may have. Detail: the limit in MiB."""
    PATH_ESCAPES = "path-escapes"
    """An archive with a file that would lie outside of it. Detail: its path."""
    DAMAGED_ARCHIVE = "damaged-archive"
    """Not an archive that can be read, or its check sums are wrong. Detail: what was found."""
    FOLDER_MISSING = "folder-missing"
    """The repository or archive has no such folder. Detail: the folder."""
    MOSTLY_GONE = "mostly-gone"
    """Fewer than half of the pages or passages of before. Detail: how many of how many."""

    @property
    def remedy(self) -> Remedy:
        """What helps against it."""
        if self in _WAITING:
            return Remedy.WAIT
        return Remedy.HANDBOOK if self in _HANDBOOK else Remedy.SETTINGS


_WAITING = frozenset(
    {
        PlaceProblem.UNREACHABLE,
        PlaceProblem.SLOW,
        PlaceProblem.HOST_FAULT,
        PlaceProblem.RATE_LIMITED,
        PlaceProblem.CUT_OFF,
        PlaceProblem.GARBLED,
        PlaceProblem.NOT_KEPT,
    }
)
_HANDBOOK = frozenset(
    {
        PlaceProblem.EMPTY,
        PlaceProblem.NOTHING_READABLE,
        PlaceProblem.TOO_LARGE,
        PlaceProblem.TOO_MANY_FILES,
        PlaceProblem.PATH_TOO_LONG,
        PlaceProblem.UNPACKS_TOO_LARGE,
        PlaceProblem.PATH_ESCAPES,
        PlaceProblem.DAMAGED_ARCHIVE,
        PlaceProblem.FOLDER_MISSING,
        PlaceProblem.MOSTLY_GONE,
    }
)


class HandbookUnreadableError(Exception):
    """The place gives no handbook; `problem` says why, `place` says where, without secrets."""

    def __init__(
        self,
        place: str,
        problem: PlaceProblem,
        detail: str = "",
        *,
        again: datetime | None = None,
    ) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem
        self.detail = detail
        self.again = again
        """When the host wants to be asked again, where it says so; with a time zone."""
