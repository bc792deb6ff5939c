"""What a host sent: an answer in memory, or a file on this computer."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A host's answer to a question."""

    status: int
    """Its HTTP status."""
    headers: Mapping[str, str]
    """Its headers; names in lower case find them."""
    body: bytes
    """What it says."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was downloaded, whole and on the disk."""

    headers: Mapping[str, str]
    """What came with it."""
    sha256: str
    """Its digest, in hexadecimal."""
