"""Which pages may answer: all of them, or those that some patterns name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Pages that may answer. Of several handbooks, a page's path begins with the one's name."""

    wanted: tuple[tuple[str, ...], ...] = ()
    """Patterns of page paths as in `fnmatch`, `hr/*`: of each group one has to fit."""

    def narrowed(self, *patterns: str) -> "Scope":
        """Return the pages of this scope that one of `patterns` fits."""
        return Scope((*self.wanted, patterns))


EVERYTHING = Scope()
"""Every page may answer."""
