"""Which pages a refresh brought, changed and took away."""

from dataclasses import dataclass

import numpy as np

from index.search.index import Index


@dataclass(frozen=True, slots=True)
class Changes:
    """Pages by what became of them, each in the order of the handbook."""

    new: tuple[str, ...]
    """Pages that were not there before."""
    changed: tuple[str, ...]
    """Pages that say something else, or have other links or owners."""
    gone: tuple[str, ...]
    """Pages that are not there any more."""


def changes_of(index: Index, before: Index) -> Changes:
    """Return what is different from `before`, which `index` was built from."""
    arrangement = index.arrangement
    pages = arrangement.pages
    fresh = np.unique(arrangement.page_of[arrangement.fresh]).tolist()
    known = arrangement.page_kept >= 0
    new = tuple(page for page, is_known in zip(pages, known, strict=True) if not is_known)
    changed = tuple(pages[number] for number in fresh if known[number])
    now = set(pages)
    gone = tuple(page for page in before.arrangement.pages if page not in now)
    return Changes(new, changed, gone)
