"""What an index was made of: every answer can be traced back to it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from pydantic import TypeAdapter

from index.handbook import Handbook
from index.search.index import Index
from index.source.document import Notice
from index.source.revision import Revision


@dataclass(frozen=True, slots=True)
class Volume:
    """One handbook of those that are searched together."""

    name: str
    """What it is called beside others; empty while it is alone."""
    revision: Revision
    """Which revision of it."""
    site: str
    """Address of its site; empty while it is not known."""
    generator: str
    """The site generator whose links it has."""
    pages: int
    """How many pages a visitor of the site can see."""
    passages: int
    """How many pieces of them can answer."""
    notices: tuple[Notice, ...]
    """What was left out or repaired."""
    issues: str = ""
    """Address of a new issue about it, with `{title}` and `{body}`; empty where its host has none
    or is not known."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All handbooks that are searched together, as they were when the index was built."""

    volumes: tuple[Volume, ...]
    """The handbooks in the order of the settings."""
    built: datetime
    """When the index was built, with a time zone."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was left out or repaired in any of them."""
        return tuple(notice for volume in self.volumes for notice in volume.notices)

    def issues(self, page: str = "") -> str:
        """Return where an issue about a page's handbook is opened; see `Volume.issues`.

        Where no page is known, it is the first handbook that has such a place.
        """
        if page:
            return self.volume_of(page).issues
        return next((each.issues for each in self.volumes if each.issues), "")

    def volume_of(self, page: str) -> Volume:
        """Return the handbook that a passage's page belongs to."""
        name = page.partition("/")[0]
        return next((each for each in self.volumes if each.name == name), self.volumes[0])


@dataclass(frozen=True, slots=True)
class Publication:
    """What answers are given from; a refresh replaces it whole, in one assignment."""

    index: Index
    """The index."""
    edition: Edition
    """What it was made of."""


EDITIONS = TypeAdapter(Edition)
"""Reads and writes an edition as JSON."""


def volume_of(handbook: Handbook) -> Volume:
    """Return what is to be known of a handbook that was read."""
    return Volume(
        name=handbook.choices.name,
        revision=handbook.revision,
        site=handbook.site,
        generator=handbook.generator,
        pages=len(handbook.pages),
        passages=len(handbook.passages),
        notices=handbook.notices,
        issues=_issues(handbook),
    )


def _issues(handbook: Handbook) -> str:
    origins = (document.provenance for document in handbook.source.documents)
    addresses = (origin.address for origin in origins if origin and origin.address)
    return next((address.place.remote.issue_form for address in addresses), "")


def digest_of(volumes: tuple[Volume, ...]) -> str:
    """Return what changes when any of the revisions does."""
    digest = blake2b(digest_size=16)
    for volume in volumes:
        digest.update(f"{volume.name}\n{volume.revision.identity}\n".encode())
    return digest.hexdigest()
