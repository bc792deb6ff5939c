"""The way in which each kind of place is fetched."""

import os
from pathlib import Path

import httpx
from pydantic import SecretStr

from index.source.fetch.archive_url import ArchiveOrigin
from index.source.fetch.clone import CloneOrigin
from index.source.fetch.fetched import Origin
from index.source.fetch.hosted import HostedOrigin
from index.source.fetch.local_archive import LocalArchiveOrigin
from index.source.fetch.watched import FolderOrigin
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import (
    ARCHIVE_SUFFIXES,
    ArchiveLocation,
    CloneLocation,
    FolderLocation,
    HostedLocation,
    Location,
    shown,
)
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


def open_origin(
    location: Location,
    token: SecretStr,
    folder: Path,
    *,
    api_url: str = "",
    hosts: tuple[str, ...] = (),
    limits: FetchLimits = FETCH_LIMITS,
) -> Origin:
    """Return what fetches a place; nothing is asked of anybody yet.

    Args:
        location: The place.
        token: What proves to its host that it may be read; empty for none.
        folder: The origin's own folder on this computer; made where it is missing.
        api_url: The address of the Git host's API where it does not follow from its own.
        hosts: Hosts, as HOST or HOST:PORT, that the place's own host may send on to.
        limits: What a fetch may take.

    Raises:
        HandbookUnreadableError: ADDRESS, when the place, `api_url` or a host is none.
    """
    try:
        match location:
            case HostedLocation():
                return HostedOrigin(
                    location, token, folder, api_url=api_url, hosts=hosts, limits=limits
                )
            case ArchiveLocation():
                return ArchiveOrigin(location, token, folder, hosts=hosts, limits=limits)
            case FolderLocation(path) if _is_archive(path):
                return LocalArchiveOrigin(path)
            case FolderLocation():
                return FolderOrigin(location)
            case CloneLocation():
                return CloneOrigin(location, token, folder, limits)
    except httpx.InvalidURL as error:
        raise HandbookUnreadableError(shown(location), PlaceProblem.ADDRESS) from error


def _is_archive(path: Path) -> bool:
    # A folder may be called so too.
    return path.name.lower().endswith(ARCHIVE_SUFFIXES) and not os.path.isdir(path)  # noqa: PTH112 - whatever it is named, it raises nothing
