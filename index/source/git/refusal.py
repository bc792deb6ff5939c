"""What git says when it cannot fetch, to the problem that it is.

Git has no codes for reasons, only sentences, which LC_ALL=C keeps English. They come from git
itself, from libcurl with any of its TLS libraries, from OpenSSH, and from the hosts.
"""

import re
from collections.abc import Iterable
from typing import Final

from index.source.location import without_secret
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

REASON_CHARACTERS: Final = 200
"""What is passed on of git's reason: a sentence, not a page."""

_STATUS: Final = re.compile(r"The requested URL returned error: (\d{3})")
_BY_STATUS: Final = {
    "401": PlaceProblem.UNAUTHORISED,
    "403": PlaceProblem.UNAUTHORISED,
    "404": PlaceProblem.UNKNOWN_REPOSITORY,
    "410": PlaceProblem.UNKNOWN_REPOSITORY,
}
_BY_WORDS: Final = (
    (
        PlaceProblem.NOT_KEPT,
        re.compile(
            r"No space left on device|"
            r"Disk quota exceeded|"
            r"Read-only file system|"
            r"cannot create directory|"
            r"insufficient permission"
        ),
    ),
    (
        PlaceProblem.CERTIFICATE,
        re.compile(
            r"SSL certificate problem|"
            r"certificate verification failed|"
            r"certificate subject name|"
            r"does not match target host|"
            r"Host key verification failed"
        ),
    ),
    (
        PlaceProblem.UNAUTHORISED,
        re.compile(
            r"Authentication failed|"
            r"could not read (?:Username|Password)|"
            r"Permission denied \(|"
            r"HTTP Basic: Access denied|"
            r"Too many authentication failures"
        ),
    ),
    (
        PlaceProblem.UNKNOWN_BRANCH,
        re.compile(
            r"couldn't find remote ref|"
            r"not our ref|"
            r"Server does not allow request for unadvertised object"
        ),
    ),
    (
        PlaceProblem.UNKNOWN_REPOSITORY,
        re.compile(
            r"[Rr]epository .*not found|"
            r"does not appear to be a git repository|"
            r"project you were looking for could not be found|"
            r"access denied or repository not exported"
        ),
    ),
    (PlaceProblem.SLOW, re.compile(r"Operation too slow")),
    (
        PlaceProblem.UNREACHABLE,
        re.compile(
            r"Could not resolve|"
            r"unable to look up|"
            r"Name or service not known|"
            r"Failed to connect|"
            r"Couldn't connect|"
            r"Connection refused|"
            r"timed out|"
            r"No route to host|"
            r"Network is unreachable"
        ),
    ),
    (
        PlaceProblem.CUT_OFF,
        re.compile(
            r"early EOF|"
            r"hung up unexpectedly|"
            r"unexpected disconnect|"
            r"transfer closed|"
            r"Connection reset|"
            r"Empty reply|"
            r"Connection closed by|"
            r"unexpected end of"
        ),
    ),
    (
        PlaceProblem.GARBLED,
        re.compile(
            r"is this a git repository|"
            r"protocol error|"
            r"invalid server response|"
            r"bad line length|"
            r"pack is corrupted|"
            r"inflate|"
            r"invalid index-pack output"
        ),
    ),
)
"""In this order: what is the reason comes before what follows from it."""

_OVER_SSH: Final = re.compile(r"Permission denied \(|Too many authentication failures")
_UNAUTHORISED: Final = "401"
"""The status at which git looks for a name and a password, and says that there are none."""

_REASON: Final = re.compile(r"^(?:fatal|error|ERROR|ssh): ?(.+)$", re.MULTILINE)
_ABOUT_URL: Final = re.compile(r"^(?:unable to access|repository) '[^']*':? ?")


def refusal(
    place: str, complaint: str, secrets: Iterable[str], seconds: float
) -> HandbookUnreadableError:
    """Return the error that git's complaint means; `seconds` are how long it may hear nothing."""
    for secret in filter(None, secrets):
        complaint = complaint.replace(secret, "***")
    status = _STATUS.search(complaint)
    if status:
        return HandbookUnreadableError(place, _of_status(status[1]), status[1])
    problem = next(
        (problem for problem, words in _BY_WORDS if words.search(complaint)),
        PlaceProblem.GIT_REFUSED,
    )
    if problem is PlaceProblem.SLOW:
        return HandbookUnreadableError(place, problem, f"{seconds:.0f}")
    if problem is PlaceProblem.UNAUTHORISED and not _OVER_SSH.search(complaint):
        return HandbookUnreadableError(place, problem, _UNAUTHORISED)
    return HandbookUnreadableError(place, problem, _reason(complaint))


def _of_status(status: str) -> PlaceProblem:
    if status.startswith("3"):
        return PlaceProblem.REDIRECTED
    return _BY_STATUS.get(status, PlaceProblem.HOST_FAULT)


def _reason(complaint: str) -> str:
    """Return the first of git's own reasons, since others follow from it; else its last line."""
    reasons = _REASON.findall(complaint) or complaint.strip().splitlines()[-1:] or [""]
    reason = without_secret(_ABOUT_URL.sub("", reasons[0]).strip())
    return reason[:REASON_CHARACTERS]
