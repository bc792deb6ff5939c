"""MkDocs' menu: in which order it lists the pages.

Source: https://www.mkdocs.org/user-guide/configuration/#nav
"""

from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import Final

DEPTH: Final = 20
"""More lists within each other than any menu has."""


def menu_order(nav: object) -> Mapping[str, int]:
    """Return each file's place in the menu, counted through; empty where none is set."""
    order: dict[str, int] = {}
    for path in _files(nav):
        order.setdefault(normpath(path), len(order))
    return order


def _files(entry: object, depth: int = 0) -> Iterator[str]:
    """Yield the files of an entry: a path, a title with what stands below it, or a list of such."""
    match entry:
        case str():
            yield entry
        # YAML can write a list that is a part of itself.
        case list() | Mapping() if depth < DEPTH:
            for below in entry.values() if isinstance(entry, Mapping) else entry:
                yield from _files(below, depth + 1)
