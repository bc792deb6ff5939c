"""Which pages may answer: all of them, or those that some patterns name."""

from collections import OrderedDict
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.search.arrangement import Arrangement

OR: Final = "|"
"""Stands between patterns of which any may fit: a chapter may be a page and a folder elsewhere."""

KEPT: Final = 64
"""So many scopes are remembered for an index: as many as channels with chapters of their own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Pages that may answer. Of several handbooks, a page's path begins with the one's name."""

    wanted: tuple[tuple[str, ...], ...] = ()
    """Patterns of page paths as in `fnmatch`, `hr/*`: of each group one has to fit."""

    def narrowed(self, *patterns: str) -> "Scope":
        """Return the pages of this scope that one of `patterns` fits."""
        return Scope((*self.wanted, patterns))

    def holds(self, page: str) -> bool:
        """Return whether the page with this path may answer."""
        return all(
            any(fnmatchcase(page, one) for pattern in group for one in pattern.split(OR))
            for group in self.wanted
        )


EVERYTHING = Scope()
"""Every page may answer."""


class Masks:
    """The scopes that an index was last asked within, each as which of its passages may answer."""

    def __init__(self) -> None:
        self._known: OrderedDict[Scope, NDArray[np.bool_]] = OrderedDict()

    def of(self, scope: Scope, arrangement: Arrangement) -> NDArray[np.bool_] | None:
        """Return which passages may answer, None for all."""
        if not scope.wanted:
            return None
        known = self._known.pop(scope, None)
        if known is None:
            pages = np.array([scope.holds(page) for page in arrangement.pages], bool)
            known = pages[arrangement.page_of]
        # The one that was asked for last goes to the end; the one before all others goes.
        self._known[scope] = known
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return known
