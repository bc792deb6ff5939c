"""Where a handbook is and how it is fetched."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import SecretStr


class ForgeKind(StrEnum):
    """Git hosts that give archives by their API."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    """Forgejo and Codeberg too."""


ARCHIVE_SUFFIXES: Final = (
    ".zip",
    ".tar",
    *(f".tar.{packed}" for packed in ("gz", "bz2", "xz")),
    *(".tgz", ".tbz2", ".txz"),
)
"""Endings by which an archive is known."""


@dataclass(frozen=True, slots=True)
class FolderLocation:
    """A folder, one Markdown file, or an archive, on this computer."""

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
    """Branch, tag or a commit's whole id; empty for the remote's HEAD."""
    folder: str = ""
    """The part of the repository that is the handbook; empty for all of it."""


@dataclass(frozen=True, slots=True)
class ArchiveLocation:
    """An archive (zip, tar, tar.gz, …) at an address."""

    url: str
    """Where it is, without secrets and query."""
    folder: str = ""
    """The part of the archive that is the handbook; empty for all of it."""
    query: SecretStr = field(default_factory=lambda: SecretStr(""))
    """What follows the `?` in its address, which is often what opens it; empty for nothing."""


Location = FolderLocation | HostedLocation | CloneLocation | ArchiveLocation
"""What `read_location` makes of a place, and `open_origin` takes."""


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
    """Return an address without name, password and query, any of which may hold a token.

    A password may hold an `@` or a `/`, so that the last `@` decides.
    """
    return re.sub(r"://\S*@", "://", address).partition("?")[0]


def _behind(branch: str, folder: str) -> str:
    return f"#{branch}:{folder}".removesuffix(":") if branch or folder else ""
