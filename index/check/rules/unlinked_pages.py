"""Pages that nobody finds by clicking."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.check.navigation import in_menu, menu_is_known


def unlinked_pages(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page to which no other page and no menu leads, where the menu is known."""
    if not menu_is_known(handbook):
        return
    linked = {path for page in handbook.pages for path in page.leads_to if path != page.path}
    for page in handbook.pages if len(handbook.pages) > 1 else ():
        if page.page.rendered and page.path not in linked and not in_menu(page, handbook):
            yield Spot(page.path, None, {"title": page.page.title})
