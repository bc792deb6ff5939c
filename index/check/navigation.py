"""Which pages a visitor finds without any link in the text: by the site's own menu."""

import re
from pathlib import PurePosixPath

from index.check.checked import CheckedHandbook, CheckedPage
from index.reading.front_matter import text_setting
from index.reading.generators import github, jekyll, mkdocs

_THEME = re.compile(r"""^(?:remote_)?theme:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
_WITH_MENU = re.compile(r"\b(?:just-the-docs|minima)\b")
"""Jekyll themes whose menu lists every page that has a title."""
_WITHOUT_MENU = re.compile(r"jekyll-theme-|pages-themes/")
"""GitHub's own themes for Jekyll, which have none."""

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
            theme = _theme(handbook)
            known = not theme or _WITH_MENU.search(theme) or _WITHOUT_MENU.match(theme)
            own = any(map(_MENU_OF_THEIR_OWN.search, handbook.site_map.files))
            return bool(known) and not own
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
    listed = titled and _WITH_MENU.search(_theme(handbook)) is not None
    return listed or any(name in front for name in _PLACED)


def _theme(handbook: CheckedHandbook) -> str:
    stated = _THEME.search(handbook.settings)
    return stated[1] if stated else ""


def _named(page: CheckedPage, handbook: CheckedHandbook) -> bool:
    path = page.page.link.path.removesuffix(".html").strip("/")
    return any(name and name in handbook.settings for name in (path, PurePosixPath(page.path).name))
