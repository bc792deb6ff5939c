"""MkDocs: addresses, and ids of headings by Python-Markdown.

Sources: https://www.mkdocs.org/user-guide/configuration/ and, for the ids,
https://python-markdown.github.io/extensions/toc/
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePosixPath
from posixpath import normpath

from index.reading.dialects.python_markdown import python_markdown
from index.reading.front_matter import text_setting
from index.reading.generators.generator import (
    Address,
    Addresses,
    Files,
    Generator,
    Settings,
)
from index.reading.generators.ignored import ignored
from index.reading.generators.mkdocs_extensions import names_of, site_extensions
from index.reading.generators.mkdocs_menu import menu_order
from index.reading.generators.mkdocs_settings import site_settings
from index.reading.generators.python_markdown_ids import (
    CasedSlug,
    Slugify,
    ascii_slug,
    ids,
    named_slug,
    unicode_slug,
)

NAME = "mkdocs"
_SWITCH = ("true", "false")
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "slugify": ("default", "unicode", "pymdownx"),
    "attr_list": _SWITCH,
    "md_in_html": _SWITCH,
    "directory_urls": _SWITCH,
}
"""What may be given, with the values that are known."""

_SLUGS: Mapping[str, Slugify] = {
    "default": ascii_slug,
    "unicode": unicode_slug,
    "pymdownx": CasedSlug("lower"),
}
_COMPANIONS: Mapping[str, tuple[str, ...]] = {
    "default": ("md_in_html",),
    "unicode": (),
    "pymdownx": ("md_in_html", "admonition", "pymdownx.details", "pymdownx.superfences"),
}
"""What is switched on together with `attr_list` by those who choose this slug function, where
nothing but the options is known of a site."""

_ALWAYS_LEFT_OUT = (".*", "/templates/")
_INDEXES = frozenset({"index", "README"})
_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""What a page's file ends with, in small letters."""


def mkdocs(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return MkDocs as this site sets it up."""
    settings = site_settings(settings)
    extensions = site_extensions(settings)
    toc = extensions["toc"]
    given = options.get("slugify")
    slugify = _SLUGS[given] if given else named_slug(toc.get("slugify"))
    directories = options.get("directory_urls", str(settings.get("use_directory_urls", True)))
    return Generator(
        NAME,
        python_markdown(
            _switched(extensions, settings, options),
            _number(toc.get("baselevel")),
            macros="macros" in names_of(settings.get("plugins")),
        ),
        partial(
            _addresses,
            _content_root(settings),
            _leaves_out(settings),
            directories.lower() != "false",
            menu_order(settings.get("nav")),
        ),
        partial(ids, slugify, str(toc.get("separator") or "-")),
        file_links=True,
        site=(text_setting(settings, "site_url") or "").rstrip("/"),
    )


def _switched(
    extensions: Mapping[str, object], settings: Settings, options: Mapping[str, str]
) -> frozenset[str]:
    """Return the names of the extensions that are on: the site's own, changed by the options."""
    names = set(extensions)
    if options.get("attr_list") == "true" and "markdown_extensions" not in settings:
        names.update(_COMPANIONS[options.get("slugify", "default")])
    for name in ("attr_list", "md_in_html"):
        if options.get(name) == "true":
            names.add(name)
        elif options.get(name) == "false":
            names.discard(name)
    return frozenset(names)


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdecimal() else 1


def _content_root(settings: Settings) -> str:
    """Return the folder of the pages; without a configuration file it is the handbook itself."""
    if not settings:
        return ""
    folder = normpath(text_setting(settings, "docs_dir") or "docs")
    return "" if folder == "." else f"{folder}/"


def _leaves_out(settings: Settings) -> Callable[[str], bool]:
    own = (text_setting(settings, name) or "" for name in ("exclude_docs", "draft_docs"))
    return ignored([*_ALWAYS_LEFT_OUT, *(line for text in own for line in text.split("\n"))])


def _addresses(
    root: str,
    leaves_out: Callable[[str], bool],
    directories: bool,  # noqa: FBT001 - the setting `use_directory_urls`
    order: Mapping[str, int],
    files: Files,
) -> Addresses:
    beside: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(files):
        page = PurePosixPath(path.removeprefix(root))
        if path.startswith(root) and page.suffix in _SUFFIXES and not leaves_out(str(page)):
            name = "index" if page.stem in _INDEXES else page.stem
            beside[str(page.parent), name].append(path)
    return {
        path: Address(
            _path(folder, name, directories=directories), order=order.get(path.removeprefix(root))
        )
        for (folder, name), paths in beside.items()
        # Of two files of one folder with one address, the first is left out: README.md of both.
        for path in (paths[1:] or paths)
    }


def _path(folder: str, name: str, *, directories: bool) -> str:
    parts = [part for part in (folder, name) if part not in (".", "")]
    if not directories:
        return f"/{'/'.join(parts)}.html"
    if name == "index":
        parts.pop()
    return "/".join(["", *parts, ""])
