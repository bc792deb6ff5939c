"""The files of a handbook, wherever they lie: a folder and an archive look the same from here."""

from dataclasses import dataclass
from typing import Protocol

from index.source.document import Notice
from index.source.limits import MARKDOWN_SUFFIXES


@dataclass(frozen=True, slots=True)
class Listing:
    """What a tree has."""

    paths: tuple[str, ...]
    """Path of each file below the handbook's root, with forward slashes, sorted."""
    notices: tuple[Notice, ...]
    """What was left out."""


class Tree(Protocol):
    """Files by their paths below the handbook's root."""

    @property
    def place(self) -> str:
        """Where they came from, as a person would write it."""

    def listing(self) -> Listing:
        """Return all files that editors may have written; none is hidden or leads outside.

        Raises:
            HandbookUnreadableError: when there is no such tree, or it may not be listed.
        """

    def size(self, path: str) -> int:
        """Return how many bytes a file has, also one that is not listed.

        Raises:
            OSError: when there is no such file, or it leads out of the handbook.
        """

    def read(self, path: str) -> bytes:
        """Return a file, also one that is not listed.

        Raises:
            OSError: when there is no such file, it leads outside, or cannot be read.
        """


def is_page(path: str) -> bool:
    """Tell whether a file is Markdown by its name."""
    return path.lower().endswith(MARKDOWN_SUFFIXES)
