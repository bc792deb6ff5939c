"""An address as an author would write it on a page: in the manner of the link that was there."""

from posixpath import dirname, relpath

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.written import WrittenLink
from index.reading.page import Page


def page_address(
    link: WrittenLink, on: CheckedPage, to: Page, anchor: str, handbook: CheckedHandbook
) -> str:
    """Return what a link on one page has to be to lead to another."""
    files = handbook.generator.file_links or not on.page.rendered
    here, there = (f"/{on.path}", f"/{to.path}") if files else (on.page.link.path, to.link.path)
    return _written(link, here, there, handbook) + (f"#{anchor}" if anchor else "")


def file_address(link: WrittenLink, on: CheckedPage, path: str, handbook: CheckedHandbook) -> str:
    """Return what a link on a page has to be to lead to a file that is no page."""
    files = handbook.generator.file_links or not on.page.rendered
    here = f"/{on.path}" if files else on.page.link.path
    return _written(link, here, f"/{path}", handbook)


def _written(link: WrittenLink, here: str, there: str, handbook: CheckedHandbook) -> str:
    site = handbook.site_map.site
    if site and link.href.startswith(site):
        return site + _encoded(there)
    if handbook.base and link.href.startswith(f"{handbook.base}/"):
        return handbook.base + _encoded(there)
    if link.href.startswith("/"):
        return _encoded(there)
    start = here if here.endswith("/") else dirname(here)
    relative = relpath(there, start)
    if there.endswith("/"):
        relative += "/"
    if link.href.startswith("./") and not relative.startswith("."):
        relative = f"./{relative}"
    return _encoded(relative)


def _encoded(address: str) -> str:
    return address.replace(" ", "%20")
