"""Where a link in the handbook leads."""

from dataclasses import dataclass
from enum import StrEnum

from index.reading.page import Link

REF = "ref:"
"""Begins a target that names a page by the end of its file's path, as Hugo's `ref` does."""


class Way(StrEnum):
    """How a link finds its page or file on the published site."""

    EXACT = "exact"
    """The site has something at that very address."""
    HOST = "host"
    """Only since most hosts add `.html` or a slash to an address that they do not have."""
    MEANT = "meant"
    """Not at all: it is the name of the file, or a path as seen from the file."""


@dataclass(frozen=True, slots=True)
class ToPage:
    """It leads to a page of the handbook."""

    page: str
    """Path of the page's file."""
    link: Link
    """The page's address, with the anchor where the page has it."""
    way: Way
    """How it gets there."""
    view: str = ""
    """Address of its file on the Git host; empty while none is known."""
    missing: str = ""
    """The anchor that was asked for and that the page does not have."""


@dataclass(frozen=True, slots=True)
class ToFile:
    """It leads to another file of the handbook: a picture, a document."""

    link: Link
    """The file's address on the site."""
    path: str
    """Its path below the handbook's root."""
    way: Way
    """How it gets there."""
    view: str = ""
    """Its address on the Git host; empty while none is known."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """It leads out of the handbook."""

    url: str
    """The address, to be opened as it is."""


class Nowhere(StrEnum):
    """Why a link leads nowhere."""

    MISSING = "missing"
    """The handbook has nothing there."""
    NO_ADDRESS = "no-address"
    """It is empty, or no address that a browser opens."""


Target = ToPage | ToFile | Elsewhere | Nowhere
"""Made by `SiteMap.target`, taken by `resolve_targets` and by the checks."""
