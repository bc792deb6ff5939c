"""What an author most likely meant: the nearest page, file or anchor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from rapidfuzz import fuzz, process

from index.check.written import WrittenLink
from index.reading.page import Heading, Page

ALIKE = 75.0
"""Share of letters, in percent, that two names have in common at least to be taken for one."""

SUGGESTIONS = 200
"""So many findings of a rule get a suggestion: each is compared with all names that there are."""

_INDEXES = ("index", "_index", "readme")


@dataclass(frozen=True, slots=True)
class Names:
    """The names under which a handbook's pages and files are known; gathered once."""

    pages: Mapping[str, Page]
    """Path to page."""
    names: Mapping[str, str]
    """Path to the page's file name, of an index to its folder's, in lower case."""
    titles: Mapping[str, str]
    """Path to the page's title, in lower case."""
    files: Mapping[str, str]
    """Path of every other file to its name, in lower case."""


def gather_names(pages: Sequence[Page], files: Iterable[str]) -> Names:
    """Return the names of all pages and files."""
    return Names(
        pages={page.path: page for page in pages},
        names={page.path: _name(page.path) for page in pages},
        titles={page.path: page.title.lower() for page in pages},
        files={path: PurePosixPath(path).name.lower() for path in sorted(files)},
    )


def nearest_page(link: WrittenLink, on: Page, known: Names) -> Page | None:
    """Return the page whose file or title is most like what a dead link on a page names."""
    wanted = _path(link.href)
    place = normpath(join(dirname(on.path), wanted))
    same = [path for path, name in known.names.items() if wanted and name == _name(wanted)]
    if same:
        return known.pages[max(same, key=lambda path: fuzz.ratio(path, place))]
    path = _like(_name(wanted), known.names) or _like(link.text, known.titles)
    return known.pages[path] if path else None


def nearest_file(link: WrittenLink, known: Names) -> str:
    """Return the file whose name is most like what a dead link names; '' where none is near."""
    return _like(PurePosixPath(_path(link.href)).name, known.files)


def nearest_anchor(
    wanted: str, text: str, headings: Iterable[Heading], anchors: Iterable[str]
) -> str:
    """Return the anchor most like the one that is missing, else that of the heading so called."""
    titles = {heading.anchor: heading.text.lower() for heading in headings if heading.anchor}
    names = {anchor: anchor.lower() for anchor in sorted(anchors)}
    return _like(wanted, names) or _like(text, titles)


def _like(wanted: str, choices: Mapping[str, str]) -> str:
    wanted = wanted.strip().lower()
    found = process.extractOne(wanted, choices, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[2] if wanted and found else ""


def _path(href: str) -> str:
    return unquote(href.split("#", 1)[0].split("?", 1)[0]).strip("/")


def _name(path: str) -> str:
    """Return the name by which a page is known: of an index that of its folder."""
    file = PurePosixPath(path)
    stem = file.stem.lower() if file.suffix in (".md", ".markdown", ".html") else file.name.lower()
    return file.parent.name.lower() if stem in _INDEXES and file.parent.name else stem
