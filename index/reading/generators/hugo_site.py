"""What of a Hugo site's configuration decides the addresses of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.reading.generators.configuration.tables import table
from index.reading.generators.generator import FILES
from index.reading.generators.hugo_ids import without_accents
from index.reading.generators.hugo_permalinks import Permalinks, read_permalinks
from index.reading.generators.hugo_version import PAGE_TREE, Version
from index.reading.generators.slug import lower_each
from index.source.settings_files import HUGO_FILES

_ENDINGS = (".md", ".markdown", ".mdown")


@dataclass(frozen=True, slots=True)
class Language:
    """One language of a site."""

    code: str
    """Its name in file names, in lower case; empty for a site that names no languages."""
    prefix: str
    """What its addresses begin with: empty, or its code and a slash."""


@dataclass(frozen=True, slots=True)
class HugoSite:
    """The settings, those of the command line already in them."""

    version: Version
    """Whose rules hold."""
    ugly: Mapping[str, object] | None
    """The first folders whose pages are `x.html`; None where all are."""
    lower: bool
    """Whether addresses are made lower case."""
    accents: bool
    """Whether letters keep their accents."""
    permalinks: Permalinks
    """Patterns for the addresses of whole sections."""
    roots: Mapping[str, Language]
    """Content folders, with a slash at the end or empty, to the language of what lies in them."""
    languages: Mapping[str, Language]
    """The languages that a file name may carry, by their code."""

    @property
    def tree(self) -> bool:
        """Whether pages have logical paths."""
        return self.version >= PAGE_TREE

    def is_ugly(self, section: str) -> bool:
        """Return whether the pages of a first folder have addresses ending in `.html`."""
        return self.ugly is None or self.ugly.get(section) is True

    def cased(self, path: str) -> str:
        """Return an address as the site writes it, in lower case and without accents if so set."""
        path = path if self.accents else without_accents(path)
        return lower_each(path) if self.lower else path

    def logical(self, name: str) -> str:
        """Return a file's or folder's name as the rules compare it."""
        return self.cased(name.replace(" ", "-")) if self.tree else name

    def place(self, path: str) -> tuple[str, Language] | None:
        """Return a file's path below its content folder, without endings, and its language.

        None for a file that is no content.
        """
        root = max((root for root in self.roots if path.startswith(root)), key=len, default=None)
        ending = PurePosixPath(path).suffix
        if root is None or (ending.lower() if self.tree else ending) not in _ENDINGS:
            return None
        if PurePosixPath(path).name.startswith("#"):
            return None
        stem = path[len(root) : -len(ending)]
        before, _, code = stem.rpartition(".")
        named = self.languages.get(code.lower()) if before and "/" not in code else None
        return (before, named) if named else (stem, self.roots[root])


def read_site(
    settings: Mapping[str, object], ugly: Mapping[str, object] | None, version: Version
) -> HugoSite:
    """Return what the settings (keys in lower case) say; a site without any has its defaults."""
    default = str(settings.get("defaultcontentlanguage") or "en").lower()
    codes = (default, *table(settings, "languages"))
    below = settings.get("defaultcontentlanguageinsubdir") is True
    languages = {
        code: Language(code, f"{code}/" if code != default or below else "") for code in codes
    }
    roots = {_root(settings): languages[default]}
    for code in codes:
        folder = table(settings, f"languages.{code}").get("contentdir")
        if isinstance(folder, str):
            roots[_folder(folder)] = languages[code]
    return HugoSite(
        version=version,
        ugly=ugly,
        lower=settings.get("disablepathtolower") is not True,
        accents=settings.get("removepathaccents") is not True,
        permalinks=read_permalinks(table(settings, "permalinks")),
        roots=roots,
        languages=languages,
    )


def _root(settings: Mapping[str, object]) -> str:
    """Return the content folder; without a configuration the handbook's folder itself is it."""
    files = table(settings, FILES)
    configured = any(file in files for file in HUGO_FILES)
    return _folder(str(settings.get("contentdir") or ("content" if configured else "")))


def _folder(name: str) -> str:
    name = name.strip().removeprefix("./").strip("/")
    return f"{name}/" if name not in ("", ".") else ""
