"""What lies in the handbook's folder, so far as a link may lead to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.source.walk import SKIPPED_FOLDERS

PAGE_SUFFIXES = frozenset({"", ".md", ".markdown", ".mdx", ".html", ".htm"})
"""Endings of links to pages; any other names a picture or a document."""

_OTHER_PAGES = frozenset({".html", ".htm", ".mdx", ".adoc", ".rst", ".org", ".ipynb", ".txt"})
"""Files that a generator may make pages of and that are not read here."""

_BY_THE_GENERATOR = frozenset(
    {"feed.xml", "atom.xml", "rss.xml", "index.xml", "sitemap.xml", "robots.txt", "search"}
    | {"tags", "categories"}
)
"""What generators and their plugins add to a site beside its pages."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The files of the handbook's folder, by what has to be known of them."""

    folders: frozenset[str]
    """Every folder with a file in it."""
    suffixes: frozenset[str]
    """The endings of all files, in lower case."""
    other_pages: frozenset[str]
    """Files that may become pages, without their ending; the folder of an index."""
    tails: frozenset[str]
    """Every file as seen from each folder above it: some folders become the site's root."""

    def may_hold(self, path: str) -> bool:
        """Return whether something that is not read here may be at `path` below the site's root."""
        path = path.strip("/")
        parts = PurePosixPath(path).parts
        unread = any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts)
        made = bool(parts) and (parts[0] in _BY_THE_GENERATOR or parts[-1] in _BY_THE_GENERATOR)
        bare = path.removesuffix(".html").removesuffix("index").rstrip("/")
        if unread or made or bare in self.other_pages or path in self.tails:
            return True
        suffix = PurePosixPath(path).suffix.lower()
        # Where no such file lies at all, they are kept in another place.
        return suffix not in PAGE_SUFFIXES and suffix not in self.suffixes


def survey(paths: Iterable[str]) -> Ground:
    """Return what lies in a folder with these files."""
    files = [PurePosixPath(path) for path in paths]
    other = (str(file.with_suffix("")) for file in files if file.suffix.lower() in _OTHER_PAGES)
    return Ground(
        folders=frozenset(str(parent) for file in files for parent in file.parents),
        suffixes=frozenset(file.suffix.lower() for file in files),
        other_pages=frozenset(stem.removesuffix("index").rstrip("/") for stem in other),
        tails=frozenset("/".join(file.parts[n:]) for file in files for n in range(len(file.parts))),
    )
