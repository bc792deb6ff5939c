"""The pages of a handbook as chapters: what a reader browses first.

As the site's own menu has them where its editors say what stands below what (`parent`), else by
folder. A folder that all pages lie in is no chapter, it is only where the pages are: what stands
in it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape
from hashlib import blake2b
from math import inf
from posixpath import dirname, split
from typing import Final

from index.reading.listed import Listed
from index.reading.site_map import bare_name

KEY_CHARACTERS: Final = 100
"""A key has to fit beside others in the value of an option, which Slack gives 150 characters."""

MOST: Final = 0.75
"""A folder with so many of the pages is where the pages are, and no chapter beside few others."""

_NUMBER: Final = re.compile(r"^\d{1,3}[-_. ]+(?=\D)")
"""By which folders are put in order; sites leave it out."""

_DIGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a reader browses first: a folder of pages, or a page that stands alone."""

    key: str
    """By which it is found again: the path of its folder or page, at most 100 characters."""
    title: str
    """What the handbook calls it."""
    pattern: str
    """The pattern of its pages' paths, for a `Scope`."""
    pages: tuple[Listed, ...]
    """Its pages in order; at least one."""


def chapters_of(pages: Sequence[Listed]) -> tuple[Chapter, ...]:
    """Return the chapters of all handbooks, each with its handbook's name where there are more."""
    handbooks: dict[str, list[Listed]] = {}
    for page in pages:
        handbooks.setdefault(page.handbook, []).append(page)
    found: list[Chapter] = []
    for name, own in handbooks.items():
        whose = f"{name}: " if len(handbooks) > 1 and name else ""
        found.extend(
            replace(chapter, title=whose + chapter.title) for chapter in _Handbook(own).chapters()
        )
    return tuple(found)


class _Handbook:
    """The pages of one handbook, in the order of their files."""

    def __init__(self, pages: Sequence[Listed]) -> None:
        self._pages = pages
        self._root = _root(pages)
        # Of two pages of one title the first is meant.
        self._by_title = {page.title: page for page in reversed(pages)}
        below = (page.path for page in pages if page.path.startswith(self._root))
        rests = (path.removeprefix(self._root) for path in below)
        inside = (rest.partition("/")[0] for rest in rests if "/" in rest)
        self._folders = {bare_name(folder): self._root + folder for folder in inside}
        orders = [page.order for page in pages if page.order is not None]
        self._numbered_through = len(set(orders)) == len(orders)
        self._owners: dict[str, set[str]] = {}

    def chapters(self) -> list[Chapter]:
        """Return the chapters in the handbook's order."""
        groups: dict[str, list[Listed]] = {}
        for page in self._pages:
            key = self._key(page)
            groups.setdefault(key, []).append(page)
            for folder in _folders(page.path):
                self._owners.setdefault(folder, set()).add(key)
        found = [(_head(key, pages), key, pages) for key, pages in groups.items()]
        found.sort(key=self._place)
        return [self._chapter(*one) for one in found]

    def _place(self, one: tuple[Listed | None, str, Sequence[Listed]]) -> tuple[float, bool]:
        """Return where a chapter stands among the others, by what its editors say.

        Numbers that no two pages share count in the whole handbook, others beside each other only.
        Where nothing is said, the page of the whole handbook comes first.
        """
        head, key, pages = one
        numbered = pages if self._numbered_through else [head] if head else []
        return min(map(_order, numbered), default=inf), not _is_index(key, dirname(key))

    def _key(self, page: Listed) -> str:
        """Return what a page belongs to: the page at the top of those above it, else a folder."""
        upper = self._by_title.get(page.above[0]) if page.above else None
        path = upper.path if upper and not upper.above else page.path
        if not path.startswith(self._root):
            return path
        folder, slash, _ = path.removeprefix(self._root).partition("/")
        if slash:
            return self._root + folder
        # A page may stand beside the folder that it is the first of.
        return self._folders.get(bare_name(folder), path)

    def _chapter(self, head: Listed | None, key: str, pages: Sequence[Listed]) -> Chapter:
        title = head.title if head else _readable(key)
        return Chapter(_short(key), title, self._pattern(pages), _in_order(pages, head))

    def _pattern(self, pages: Sequence[Listed]) -> str:
        """Return the pattern of these pages: whole folders where no other chapter has a part."""
        patterns: dict[str, None] = {}
        for page in pages:
            below = (one for one in _folders(page.path) if len(one) > len(self._root))
            folder = next((one for one in below if len(self._owners[one]) == 1), None)
            patterns[f"{_literal(folder)}/*" if folder else _literal(page.path)] = None
        return "|".join(patterns)


def _root(pages: Sequence[Listed]) -> str:
    """Return the folder that the pages lie in, with a slash at its end; empty for the top."""
    root = f"{pages[0].handbook}/" if pages[0].handbook else ""
    while True:
        rests = (page.path[len(root) :] for page in pages if page.path.startswith(root))
        below = Counter(rest.partition("/")[0] for rest in rests if "/" in rest)
        # A few pages may lie above it: the front page, how to contribute.
        if len(below) != 1 or below.total() < MOST * len(pages):
            return root
        root += f"{next(iter(below))}/"


def _head(key: str, pages: Sequence[Listed]) -> Listed | None:
    """Return the page that a chapter is called after, None where there is none."""
    above = {page.above[0] for page in pages if page.above}
    named = (page for page in pages if page.title in above and not page.above)
    index = (page for page in pages if _is_index(page.path, key))
    alone = pages[0] if len(pages) == 1 else None
    return next(index, None) or next(named, None) or alone


def _in_order(pages: Sequence[Listed], head: Listed | None) -> tuple[Listed, ...]:
    """Return the pages folder by folder, in each as its editors want it."""
    first: dict[str, int] = {}
    for number, page in enumerate(pages):
        first.setdefault(dirname(page.path), number)

    def place(page: Listed) -> tuple[object, ...]:
        folder, name = split(page.path)
        beside = not _is_index(page.path, folder), _order(page), _natural(name)
        return page is not head, first[folder], *beside

    return tuple(sorted(pages, key=place))


def _order(page: Listed) -> float:
    return inf if page.order is None else page.order


def _natural(name: str) -> list[str | int]:
    """Return a name by which the tenth comes after the second."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)]


def _folders(path: str) -> Iterator[str]:
    """Yield the folders above a path, the outermost first."""
    parts = path.split("/")
    for end in range(1, len(parts)):
        yield "/".join(parts[:end])


def _is_index(path: str, folder: str) -> bool:
    """Tell whether a page stands for its folder, by its name in it or beside it."""
    bare, folder = bare_name(path), folder.lower()
    name = folder.rpartition("/")[2]
    inside = (folder, f"{folder}/readme", f"{folder}/{name}")
    return bare in (inside if folder else ("readme", "index", "_index"))


def _readable(folder: str) -> str:
    name = _NUMBER.sub("", folder.rpartition("/")[2])
    words = re.sub(r"[-_]+", " ", name).strip() or name
    return words[:1].upper() + words[1:]


def _literal(path: str) -> str:
    """Return a pattern for this path; `|` stands between patterns, so it becomes any one letter."""
    return escape(path).replace("|", "?")


def _short(key: str) -> str:
    if len(key) <= KEY_CHARACTERS:
        return key
    told = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
    return f"{key[: KEY_CHARACTERS - len(told) - 1]}…{told}"
