"""What is known of where a document came from, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from index.source.git.address import FileAddress


@dataclass(frozen=True, slots=True)
class FileLinks:
    """Where some lines of a file stand on the Git host; each empty while not known."""

    view: str = ""
    """The file on its branch, as a reader wants it."""
    edit: str = ""
    """The same in the host's editor, at the first of the lines."""
    permalink: str = ""
    """The lines in the revision that was read, which no later change takes away."""


NO_LINKS: Final = FileLinks()
"""Of what stands on no Git host that is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a line."""

    day: date
    """When it was committed."""
    editor: str | None
    """The role of who made it, where the settings name one."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the repository knows of a document."""

    address: FileAddress | None
    """Where its file stands; None while the host is not known."""
    owner: str | None
    """Who answers for the file, as CODEOWNERS says."""
    lines: tuple[int | None, ...]
    """For each line the number in the revision, None for one that is not there."""
    changes: tuple[Change | None, ...]
    """For each line its last change, None where that is not known."""

    def same_file(self, other: "Provenance") -> bool:
        """Return whether the other says the same of the file, though perhaps in a newer revision.

        The links to the older one hold: the file stands there as it stands now.
        """
        return (
            self.owner == other.owner
            and self.lines == other.lines
            and self.changes == other.changes
            and (self.address and self.address.view) == (other.address and other.address.view)
        )

    def links(self, first: int, last: int) -> FileLinks:
        """Return where the lines from `first` to `last`, counted from 1, stand on the host.

        A line that the revision does not have is left off: the links are then to the file.
        """
        if self.address is None:
            return NO_LINKS
        top, bottom = self.lines[first - 1], self.lines[last - 1]
        return FileLinks(
            self.address.view, self.address.edit(top), self.address.permalink(top, bottom)
        )

    def updated(self, first: int, last: int) -> date | None:
        """Return when one of these lines was last changed."""
        return max((change.day for change in self._changes(first, last)), default=None)

    def editor(self, first: int, last: int) -> str | None:
        """Return the role of who last changed one of these lines, among those with a role."""
        roles = [(change.day, change.editor) for change in self._changes(first, last)]
        return max(((day, role) for day, role in roles if role), default=(None, None))[1]

    def _changes(self, first: int, last: int) -> Iterator[Change]:
        return (change for change in self.changes[first - 1 : last] if change is not None)
