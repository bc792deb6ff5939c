"""What the links of a page lead to, and which of them can be judged from the handbook alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from index.check.checked import AimedLink
from index.check.ground import Ground
from index.check.written import WrittenLink
from index.reading.page import Link, Page
from index.reading.site_map import Place, SiteMap
from index.reading.target import Nowhere, Target

_OWN_ADDRESS = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
"""What Jekyll's authors write before a path below the site's root."""

_ALIAS = "@"
"""How a name for a folder of the site's project begins, as in `@site/docs`."""

_BASE_URL = re.compile(r"""^baseurl:[ \t]*["']?(/[^\s"'#]+)""", re.MULTILINE)

_TEMPLATES = ("{{", "{%", "<%")


@dataclass(frozen=True, slots=True)
class View:
    """How the readers of a page follow its links."""

    site_map: SiteMap
    """What is at which address."""
    by_file: bool
    """Whether they read the file on its Git host, where links name files and folders."""
    base: str = ""
    """Path of the site on its host, without trailing slash; empty where it has the whole host."""


def aim(link: WrittenLink, page: Page, view: View) -> Target:
    """Return what a link leads to."""
    seen_at = Link("", f"/{page.path}") if view.by_file else page.link
    href = link.href
    if view.base and href.startswith(f"{view.base}/"):
        href = href.removeprefix(view.base)
    return view.site_map.target(href, seen_at, page.path)


def base_path(site: str, settings: str) -> str:
    """Return the path of the site on its host, from its address or Jekyll's own setting."""
    stated = _BASE_URL.search(settings)
    return (urlsplit(site).path or (stated[1] if stated else "")).rstrip("/")


def judged(
    links: Sequence[AimedLink], page: Page, lines: Sequence[str], view: View, ground: Ground
) -> Iterator[AimedLink]:
    """Yield the links whose end is certain: made by no template, and to nothing unread."""
    made = {number for number, line in enumerate(lines, 1) if _has_template(line)}
    for link in links:
        href = unquote(link.written.href)
        if link.written.line in made or href.startswith(_ALIAS) or set("{}") & set(href):
            continue
        missing = link.target is Nowhere.MISSING
        if not (missing and _uncertain(link.written.href, page, view, ground)):
            yield link


def _has_template(line: str) -> bool:
    if not any(sign in line for sign in _TEMPLATES):
        return False
    rest = _OWN_ADDRESS.sub("", line)
    return any(sign in rest for sign in _TEMPLATES)


def _uncertain(href: str, page: Page, view: View, ground: Ground) -> bool:
    path = unquote(re.split("[?#]", href, maxsplit=1)[0])
    from_file = normpath(join(dirname(page.path), path))
    if view.by_file:
        # A Git host's own pages lie above the files, and its root may lie above the handbook's.
        outside = path.startswith("/") or from_file.startswith("..")
        return outside or from_file in ground.folders or ground.may_hold(from_file)
    on_site = unquote(urljoin(page.link.path, path))
    return ground.may_hold(on_site) or ground.may_hold(from_file)


def file_view(site_map: SiteMap, hidden: Sequence[str]) -> SiteMap:
    """Return the map for those who read the files themselves, hidden ones too."""
    raw = {path: Place(path, Link("", f"/{path}"), frozenset(), {}) for path in hidden}
    return replace(site_map, file_links=True, addresses={}, by_file={**raw, **site_map.by_file})
