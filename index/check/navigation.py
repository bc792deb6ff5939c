"""Which pages a visitor finds without any link in the text: by the site's own menu."""

import re
from pathlib import PurePosixPath

from index.check.checked import CheckedHandbook, CheckedPage
from index.reading.front_matter import text_setting
from index.reading.generators import github, jekyll, mkdocs

_THEMES_WITH_MENU = re.compile(r"^(?:remote_)?theme:[^\n]*(?:just-the-docs|minima)\b", re.MULTILINE)
"""Jekyll themes whose menu lists every page that has a title."""

_MENU_OF_THEIR_OWN = re.compile(r"(?:^|/)_(?:data|includes|layouts)/.*(?:nav|menu|sidebar)")
"""Files by which a Jekyll site makes its own menu."""

_MKDOCS_MENU = re.compile(r"^nav:", re.MULTILINE)

_PLACED = ("nav_order", "parent", "menu", "weight")
"""Settings by which an author puts a page into a menu."""

_FRONT_PAGES = frozenset({"index", "readme", "_index", "404", "home"})


def menu_is_known(handbook: CheckedHandbook) -> bool:
    """Return whether it can be told which pages the site's menu names.

    Other generators leave the menu to templates, which are not read.
    """
    match handbook.generator.name:
        case jekyll.NAME:
            return not any(map(_MENU_OF_THEIR_OWN.search, handbook.site_map.files))
        case mkdocs.NAME:
            return _MKDOCS_MENU.search(handbook.settings) is not None
        case name:
            return name == github.NAME


def in_menu(page: CheckedPage, handbook: CheckedHandbook) -> bool:
    """Return whether the site's menu names a page, or the site's settings do."""
    front = page.text.front or {}
    if _named(page, handbook) or PurePosixPath(page.path).stem.lower() in _FRONT_PAGES:
        return True
    if front.get("nav_exclude") is True:
        return False
    titled = text_setting(front, "title") is not None
    listed = titled and _THEMES_WITH_MENU.search(handbook.settings) is not None
    return listed or any(name in front for name in _PLACED)


def _named(page: CheckedPage, handbook: CheckedHandbook) -> bool:
    path = page.page.link.path.removesuffix(".html").strip("/")
    return any(name and name in handbook.settings for name in (path, PurePosixPath(page.path).name))
