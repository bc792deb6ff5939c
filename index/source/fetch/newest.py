"""The newest revision that a host was seen to have, whether it was good or not.

Remembering it saves requests only: a bad archive is not downloaded again at every look, and the
host is asked with the newest validator that it gave for the same revision.
"""

from dataclasses import dataclass, replace

from index.source.fetch.fetched import Fetched


@dataclass(slots=True)
class Newest:
    """What the host had at the last look."""

    _seen: Fetched | None = None

    def validator(self, known: Fetched | None) -> str:
        """Return what to ask the host with, '' where nothing is here that an answer could mean."""
        newest = self.unchanged(known)
        seen = self._seen
        if newest and seen and seen.revision.identity == newest.revision.identity:
            return seen.validator
        return newest.validator if newest else ""

    def unchanged(self, known: Fetched | None) -> Fetched | None:
        """Return the newest where the host says that it is so still; `known` itself if it is."""
        seen = self._seen
        return known if seen is None else self.same(known, seen.revision.identity) or known

    def same(self, known: Fetched | None, identity: str) -> Fetched | None:
        """Return the revision that has an identity where it is here; `known` itself if it does."""
        if known and known.revision.identity == identity:
            return known
        seen = self._seen
        if seen and seen.revision.identity == identity and seen.root.is_file():
            return seen
        return None

    def see(self, fetched: Fetched, validator: str) -> None:
        """Remember a revision, with what the host gave for it this time."""
        self._seen = replace(fetched, validator=validator)
