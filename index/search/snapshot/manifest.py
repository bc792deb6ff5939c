"""What a snapshot is: of which format, made by what, from what, in which files."""

from dataclasses import dataclass

from pydantic import ConfigDict, TypeAdapter, with_config

MANIFEST = "manifest.json"
"""The file that tells."""

FORMAT = 3
"""Version of the format; to be raised with every change of what is written or what it means."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an index was made by and from, as its caller names it."""

    maker: str
    """The version of the bot, its language data and the settings that change an index."""
    handbook: str
    """A digest of the handbook's files."""


@with_config(ConfigDict(strict=True, extra="forbid"))
@dataclass(frozen=True, slots=True)
class Kept:
    """One file as it was written."""

    size: int
    """Bytes."""
    crc32: int
    """Its check sum."""


@with_config(ConfigDict(strict=True, extra="forbid"))
@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot is, and which files it has."""

    format: int
    """Version of the format."""
    fingerprint: Fingerprint
    """What it was made by and from."""
    files: dict[str, Kept]
    """Each file's name with its size and check sum."""


MANIFESTS = TypeAdapter(Manifest)
"""Reads and writes it as JSON."""
