"""Which files of a Hugo site are pages: bundles, drafts, settings handed down to a section."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.reading.generators.configuration.tables import lower_keys, table
from index.reading.generators.generator import Files
from index.reading.generators.hugo_site import HugoSite, Language
from index.reading.page import FrontMatter

LEAF, BRANCH = "index", "_index"

Folder = tuple[str, ...]
"""A folder below the content folder, its names as addresses have them; empty at the top."""


@dataclass(frozen=True, slots=True)
class Content:
    """One file of the content folder."""

    path: str
    """Its path in the handbook."""
    folder: Folder
    """Its folder."""
    name: str
    """Its name without endings; `index` for a leaf bundle, `_index` for a section."""
    language: Language
    """Its language."""
    front: FrontMatter
    """Its front matter, keys in lower case, with what its sections hand down."""

    @property
    def is_index(self) -> bool:
        """Whether it stands for its folder."""
        return self.name in (LEAF, BRANCH)


def pages(site: HugoSite, files: Files) -> Sequence[Content]:
    """Return the files that become pages."""
    contents = _handed_down(list(_contents(site, files)))
    bundles = {content.folder for content in contents if content.name == LEAF}
    drafts = {
        content.folder
        for content in contents
        if content.name == BRANCH and not site.tree and _is_draft(content.front)
    }
    shown = [
        content
        for content in contents
        if not _is_hidden(content, tree=site.tree)
        and not any(
            folder in drafts or (folder in bundles and not _is_bundle(content, folder))
            for folder in _upwards(content.folder)
        )
    ]
    return _one_each(shown) if site.tree else shown


def _one_each(contents: Sequence[Content]) -> Sequence[Content]:
    """Return one page for each logical path: that of a folder, else the first."""
    chosen: dict[tuple[Language, Folder], Content] = {}
    for content in contents:
        logical = content.folder if content.is_index else (*content.folder, content.name)
        if content.is_index or (content.language, logical) not in chosen:
            chosen[content.language, logical] = content
    return tuple(chosen.values())


def _contents(site: HugoSite, files: Files) -> Iterator[Content]:
    for path, front in files.items():
        place = site.place(path)
        if place is None:
            continue
        stem, language = place
        *folder, name = (site.logical(part) for part in stem.split("/"))
        # Hugo makes the whole site one page of an index.md at the top, and warns; nobody who
        # wrote more than that page means it, so it is read as the _index.md it should be.
        if name == LEAF and not folder:
            name = BRANCH
        yield Content(path, tuple(folder), name, language, lower_keys(front))


def _handed_down(contents: Sequence[Content]) -> list[Content]:
    """Return the contents, each with the settings that its sections cascade."""
    handed = {
        (content.language, content.folder): _cascade(content.front.get("cascade"))
        for content in contents
        if content.name == BRANCH and "cascade" in content.front
    }
    if not handed:
        return list(contents)
    found = []
    for content in contents:
        front: Mapping[str, object] = content.front
        for folder in _upwards(content.folder):
            front = {**handed.get((content.language, folder), {}), **front}
        found.append(replace(content, front=front))
    return found


def _cascade(value: object) -> Mapping[str, object]:
    """Return what is handed down to every page; what is meant for some is left out."""
    entries = value if isinstance(value, list) else [value]
    return {
        key: setting
        for entry in entries
        if not lower_keys(entry).keys() & {"target", "_target"}
        for key, setting in lower_keys(entry).items()
    }


def _upwards(folder: Folder) -> Iterator[Folder]:
    for depth in range(len(folder), -1, -1):
        yield folder[:depth]


def _is_bundle(content: Content, folder: Folder) -> bool:
    return content.name == LEAF and content.folder == folder


def _is_draft(front: FrontMatter) -> bool:
    return str(front.get("draft")).lower() in ("true", "1")


def _is_hidden(content: Content, *, tree: bool) -> bool:
    """Return whether Hugo leaves a file out, or stops at it: `published` must be a date now."""
    front = content.front
    published = front.get("published")
    if _is_draft(front) or published is False or (tree and published is True):
        return True
    if front.get("headless") is True and (tree or content.name == LEAF):
        return True
    build = {**table(front, "_build"), **(table(front, "build") if tree else {})}
    render = build.get("render", "always")
    return render not in ("always", True)
