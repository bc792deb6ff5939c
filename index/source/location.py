"""What a person writes as the handbook's place, to where and how it is fetched.

Forms: a path; an address of a repository on a Git host as the browser shows it, with
`/tree/BRANCH/FOLDER` and the like or `#BRANCH:FOLDER` behind it; an archive's address; any address
that git knows. `github+`, `gitlab+`, `gitea+` and `git+` before an address say how to fetch from a
host whose name does not tell.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr

from index.source.git.host import GITEA, GITHUB, GITLAB, Host, host_named
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


class ForgeKind(StrEnum):
    """Git hosts that give archives by their API."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    """Forgejo and Codeberg too."""


@dataclass(frozen=True, slots=True)
class FolderLocation:
    """A folder, or one Markdown file, on this computer."""

    path: Path
    """Where it is."""


@dataclass(frozen=True, slots=True)
class HostedLocation:
    """A repository on a Git host, fetched as an archive by the host's API."""

    kind: ForgeKind
    """What kind of host it is."""
    base: str
    """The repository's address in a browser, without trailing slash and secrets."""
    project: str
    """The repository's name on the host: OWNER/NAME, on GitLab with all groups."""
    branch: str = ""
    """Branch, tag or commit; empty for the host's default branch."""
    folder: str = ""
    """The part of the repository that is the handbook; empty for all of it."""


@dataclass(frozen=True, slots=True)
class CloneLocation:
    """A repository that git itself fetches."""

    url: str
    """What git is given, without secrets."""
    branch: str = ""
    """Branch or tag; empty for the remote's HEAD."""
    folder: str = ""
    """The part of the repository that is the handbook; empty for all of it."""


@dataclass(frozen=True, slots=True)
class ArchiveLocation:
    """An archive (zip, tar, tar.gz, …) at an address."""

    url: str
    """Where it is, without secrets."""
    folder: str = ""
    """The part of the archive that is the handbook; empty for all of it."""


Location = FolderLocation | HostedLocation | CloneLocation | ArchiveLocation
"""Where a handbook is and how it is fetched; made by `read_location`, taken by `open_origin`."""

ARCHIVE_SUFFIXES: Final = (
    ".zip",
    ".tar",
    *(f".tar.{packed}" for packed in ("gz", "bz2", "xz")),
    *(".tgz", ".tbz2", ".txz"),
)
"""Endings by which an archive's address is known."""

_KINDS: Final = {GITHUB: ForgeKind.GITHUB, GITLAB: ForgeKind.GITLAB, GITEA: ForgeKind.GITEA}
_TREES: Final = {
    ForgeKind.GITHUB: re.compile(r"^(?P<project>[^/]+/[^/]+)(?:/(?:tree|blob)/(?P<rest>.+))?$"),
    ForgeKind.GITLAB: re.compile(r"^(?P<project>.+?)(?:/-/(?:tree|blob)/(?P<rest>.+))?$"),
    ForgeKind.GITEA: re.compile(
        r"^(?P<project>[^/]+/[^/]+)(?:/src/(?:branch|tag|commit)/(?P<rest>.+))?$"
    ),
}
"""How the hosts' pages show a folder of a branch; the branch has no slash in it there."""

_PREFIX: Final = re.compile(r"^(git|github|gitlab|gitea)\+(?=[a-z]+://)")
_SCP_LIKE: Final = re.compile(r"^(?:[\w.-]+@)?[\w.-]+:(?!/)[^\\]+$")
_GIT_SCHEMES: Final = frozenset({"http", "https", "ssh", "git", "file"})
_WEB_SCHEMES: Final = frozenset({"http", "https"})


def read_location(place: str) -> tuple[Location, SecretStr]:
    """Return what `place` means, and the token or password that stands in it (empty for none).

    Raises:
        HandbookUnreadableError: when it is nothing, or an address that nothing is fetched from.
    """
    if "://" in place:
        return _address(place)
    if _SCP_LIKE.match(place) and not Path(place).exists() and "@" in place:
        url, branch, folder = _part(place)
        return CloneLocation(url, branch, folder), SecretStr("")
    return FolderLocation(folder_at(place)), SecretStr("")


def folder_at(place: str) -> Path:
    """Return the path that `place` names.

    Raises:
        HandbookUnreadableError: when it is an address, nothing, or begins with an unknown `~user`.
    """
    if "://" in place:
        raise HandbookUnreadableError(without_secret(place), PlaceProblem.ADDRESS)
    if not place.strip():
        raise HandbookUnreadableError('""', PlaceProblem.MISSING)
    try:
        return Path(place).expanduser()
    except RuntimeError as error:
        raise HandbookUnreadableError(place, PlaceProblem.MISSING) from error


def shown(location: Location) -> str:
    """Return the place as a person would write it, without secrets."""
    match location:
        case FolderLocation(path):
            return str(path)
        case HostedLocation(base=base, branch=branch, folder=folder):
            return base + _behind(branch, folder)
        case CloneLocation(url, branch, folder):
            return url + _behind(branch, folder)
        case ArchiveLocation(url, folder):
            return url + _behind("", folder)


def without_secret(address: str) -> str:
    """Return an address without name, password and query, any of which may hold a token."""
    return re.sub(r"://[^/@\s]*@", "://", address).partition("?")[0]


def _behind(branch: str, folder: str) -> str:
    return f"#{branch}:{folder}".removesuffix(":") if branch or folder else ""


def _part(place: str) -> tuple[str, str, str]:
    """Return an address and the branch and folder that are named behind it."""
    url, _, behind = place.partition("#")
    branch, _, folder = behind.partition(":")
    return url, branch, folder.strip("/")


def _address(place: str) -> tuple[Location, SecretStr]:
    prefix = _PREFIX.match(place)
    way = prefix[1] if prefix else ""
    url, branch, folder = _part(place[prefix.end() :] if prefix else place)
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError as error:
        raise HandbookUnreadableError(without_secret(place), PlaceProblem.ADDRESS) from error
    if parts.scheme not in _GIT_SCHEMES or not (parts.hostname or parts.scheme == "file"):
        raise HandbookUnreadableError(without_secret(place), PlaceProblem.ADDRESS)
    secret, parts = _secret(parts)
    web = parts.scheme in _WEB_SCHEMES
    location: Location | None = None
    if web and not way and parts.path.lower().endswith(ARCHIVE_SUFFIXES):
        location = ArchiveLocation(parts.geturl(), folder or branch)
    if web and location is None and way != "git":
        location = _hosted(parts, way, branch, folder)
    return location or CloneLocation(parts.geturl(), branch, folder), secret


def _secret(parts: SplitResult) -> tuple[SecretStr, SplitResult]:
    """Return the token in an address over HTTP, and the address without it.

    What stands before the host of an address over SSH is a user's name, which git needs.
    """
    if parts.scheme not in _WEB_SCHEMES or "@" not in parts.netloc:
        return SecretStr(""), parts
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    return SecretStr(unquote(password or name)), parts._replace(netloc=host)


def _hosted(parts: SplitResult, way: str, branch: str, folder: str) -> HostedLocation | None:
    """Return the repository that a web address means, None where no such host is known."""
    host: Host | None = host_named(parts.hostname or "")
    kind = ForgeKind(way) if way else _KINDS.get(host) if host else None
    if kind is None:
        return None
    match = _TREES[kind].match(parts.path.strip("/"))
    if match is None:
        raise HandbookUnreadableError(parts.geturl(), PlaceProblem.ADDRESS)
    project = match["project"].removesuffix(".git")
    shown_branch, _, shown_folder = unquote(match["rest"] or "").partition("/")
    location = HostedLocation(
        kind, f"{parts.scheme}://{parts.netloc}/{project}", unquote(project), shown_branch
    )
    return replace(
        location, branch=branch or location.branch, folder=folder or shown_folder.strip("/")
    )
