"""What a person writes as the handbook's place, to where and how it is fetched.

Forms: a path; an address of a repository on a Git host as the browser shows it, with
`/tree/BRANCH/FOLDER` and the like or `#BRANCH:FOLDER` behind it; an archive's address; any address
that git knows. `github+`, `gitlab+`, `gitea+`, `archive+` and `git+` before an address say how to
fetch from a host whose name, or what does not end like an archive's name, does not tell.
"""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr

from index.source.git.host import GITEA, GITHUB, GITLAB, Host, host_named
from index.source.location import (
    ARCHIVE_SUFFIXES,
    ArchiveLocation,
    CloneLocation,
    FolderLocation,
    ForgeKind,
    HostedLocation,
    Location,
    without_secret,
)
from index.source.repository_page import RepositoryPage, read_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_KINDS: Final = {GITHUB: ForgeKind.GITHUB, GITLAB: ForgeKind.GITLAB, GITEA: ForgeKind.GITEA}
_HOSTS: Final = {kind: host for host, kind in _KINDS.items()}
_PREFIX: Final = re.compile(r"(?i)(git|archive|github|gitlab|gitea)\+(?=[a-z]+://)")
_SCP_LIKE: Final = re.compile(r"[\w.-]+@[\w.-]+:(?!/)[^\\]+")
_GIT_SCHEMES: Final = frozenset({"http", "https", "ssh", "git", "file"})
_WEB_SCHEMES: Final = frozenset({"http", "https"})
_SITES: Final = (".github.io", ".gitlab.io", ".codeberg.page")
"""Where hosts show what was made of a repository, and not the repository."""
_GISTS: Final = "gist.github.com"
"""Repositories that git fetches, and GitHub's API does not know as such."""
_STORE: Final = "codeload."
"""Where GitHub's archives are, whose addresses do not end like an archive's name."""
_README: Final = "readme"
"""Stands behind a repository's address for the text that GitHub shows under its files."""
_TOKEN_CHARACTERS: Final = 20
"""A name before the host that is shorter is a user's, as Bitbucket and Azure DevOps write it; the
tokens of all hosts are longer."""


def read_location(place: str) -> tuple[Location, SecretStr]:
    """Return what `place` means, and the token or password that stands in it (empty for none).

    Raises:
        HandbookUnreadableError: when it is nothing, or an address that nothing is fetched from.
    """
    if "://" in place:
        return _address(place.strip())
    if os.path.lexists(place):
        return FolderLocation(folder_at(place)), SecretStr("")
    if _SCP_LIKE.fullmatch(place):
        url, branch, folder = _part(place)
        return CloneLocation(url, branch, folder), SecretStr("")
    if _is_bare(place):
        return _address(f"https://{place.strip()}")
    return FolderLocation(folder_at(place)), SecretStr("")


def _is_bare(place: str) -> bool:
    """Tell whether a place is an address on a known Git host without its `https://`."""
    domain, slash, _ = place.strip().partition("/")
    return bool(slash) and "." in domain and host_named(domain) is not None


def folder_at(place: str) -> Path:
    """Return the path that `place` names.

    Raises:
        HandbookUnreadableError: when it is an address, nothing, or begins with an unknown `~user`.
    """
    if "://" in place:
        raise _refused(place)
    if not place.strip():
        raise HandbookUnreadableError('""', PlaceProblem.MISSING)
    try:
        return Path(place).expanduser()
    except RuntimeError as error:
        raise HandbookUnreadableError(place, PlaceProblem.MISSING) from error


def _refused(place: str) -> HandbookUnreadableError:
    # No address has a space in it, and a password may.
    return HandbookUnreadableError(without_secret("".join(place.split())), PlaceProblem.ADDRESS)


def _part(place: str) -> tuple[str, str, str]:
    """Return an address and the branch and folder that are named behind it."""
    url, _, behind = place.partition("#")
    branch, _, folder = behind.partition(":")
    return url, branch, folder.strip("/")


def _address(place: str) -> tuple[Location, SecretStr]:
    prefix = _PREFIX.match(place)
    way = prefix[1].lower() if prefix else ""
    url, branch, folder = _part(place[prefix.end() :] if prefix else place)
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError as error:
        raise _refused(place) from error
    where = parts.path if parts.scheme == "file" else parts.hostname
    if _is_torn(parts, place) or parts.scheme not in _GIT_SCHEMES or not where:
        raise _refused(place)
    secret, parts = _secret(parts)
    if parts.scheme not in _WEB_SCHEMES:
        if way not in ("", "git"):
            raise _refused(place)
        if parts.scheme == "file" and parts.path.lower().endswith(ARCHIVE_SUFFIXES):
            return FolderLocation(Path(unquote(parts.path))), secret
        return CloneLocation(parts.geturl(), branch, folder), secret
    found = _on_the_web(parts, way, branch, folder)
    if found is None:
        raise _refused(place)
    return found, secret


def _is_torn(parts: SplitResult, place: str) -> bool:
    """Tell whether a password with a `/`, `?` or `#` in it may have been taken for a port."""
    if ":" not in parts.netloc.rpartition("]")[2] or "@" in parts.netloc:
        return False
    return "@" in place.partition(parts.netloc)[2]


def _secret(parts: SplitResult) -> tuple[SecretStr, SplitResult]:
    """Return the token in an address over HTTP, and the address without it.

    What stands before the host of an address over SSH is a user's name, which git needs.
    """
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    if parts.scheme not in _WEB_SCHEMES:
        return SecretStr(""), parts._replace(netloc=f"{name}@{host}" if name else host)
    token = password or (name if len(name) >= _TOKEN_CHARACTERS else "")
    return SecretStr(unquote(token)), parts._replace(netloc=host.lower())


def _on_the_web(parts: SplitResult, way: str, branch: str, folder: str) -> Location | None:
    """Return what an address over HTTP means, None where nothing is fetched from there."""
    name = parts.hostname or ""
    bare = parts._replace(query="").geturl()
    is_archive = parts.path.lower().endswith(ARCHIVE_SUFFIXES) or name.startswith(_STORE)
    if way == "archive" or (is_archive and not way):
        return ArchiveLocation(bare, folder or branch, SecretStr(parts.query))
    if name.endswith(_SITES) and not way:
        return None
    host: Host | None = host_named(name) if name != _GISTS else None
    if way in _HOSTS:
        host = _HOSTS[ForgeKind(way)]
    page = read_page(host, parts) if host else None
    kind = _KINDS.get(host) if host and way != "git" else None
    if page is None:
        return None if kind else CloneLocation(bare, branch, folder)
    branch, folder = _asked(page, parts, branch, folder)
    if kind:
        return HostedLocation(kind, page.base, page.project, branch, folder)
    # GitLab sends on to this name, and git follows nobody.
    suffix = ".git" if host in _KINDS else ""
    return CloneLocation(page.base + suffix, branch, folder)


def _asked(page: RepositoryPage, parts: SplitResult, branch: str, folder: str) -> tuple[str, str]:
    """Return branch and folder that an address asks for, behind its `#` or as a page.

    Behind the `#` of a page may also stand a heading or a line of what it shows.
    """
    is_place_on_page = not folder and (page.branch or parts.query or branch == _README)
    if is_place_on_page:
        return page.branch, page.folder
    return branch or page.branch, folder or page.folder
