"""A file of a repository on its host: made of named parts, joined in one place."""

from dataclasses import dataclass
from urllib.parse import quote

from index.source.git.host import Host
from index.source.git.remote import Remote


@dataclass(frozen=True, slots=True)
class HostedRevision:
    """Where on its host a repository was read from."""

    remote: Remote
    """The repository."""
    branch: str
    """The branch that readers and editors are led to; empty while none is known."""
    commit: str
    """The revision that was read, as its whole id."""
    at_tip: bool
    """Whether the branch stands at that revision, so that line numbers are those of both."""


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A file on a host."""

    place: HostedRevision
    """The repository there."""
    path: str
    """The file's path below the repository's root."""

    @property
    def host(self) -> Host:
        """What kind of host it is."""
        return self.place.remote.host

    @property
    def view(self) -> str:
        """Where it is read on the branch; empty while no branch is known."""
        return self._filled(self.host.view) if self.place.branch else ""

    def edit(self, line: int | None) -> str:
        """Return where it is edited, at a line if one is known; '' while no branch is known."""
        if not self.place.branch:
            return ""
        at_line = self.host.at_line if line and self.place.at_tip else ""
        return self._filled(self.host.edit + at_line, line or 0)

    def permalink(self, first: int | None, last: int | None) -> str:
        """Return where it is found as it was read, for ever: at a range, a line, or as a whole."""
        if not first:
            return self._filled(self.host.permalink)
        ranged = last is not None and last > first
        lines = self.host.lines if ranged else self.host.line
        return self._filled(self.host.permalink + lines, first, last if ranged else first)

    def _filled(self, form: str, first: int = 0, last: int | None = None) -> str:
        last = first if last is None else last
        return form.format(
            base=self.place.remote.base,
            branch=quote(self.place.branch),
            commit=self.place.commit,
            path=quote(self.path.encode("utf-8", "surrogateescape")),
            first=first,
            last=last,
            after=last + 1,
        )
