"""Pages that want the same address on the site."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot


def shared_addresses(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page that nobody sees since another one has its address."""
    taken: dict[str, str] = {}
    for page in handbook.pages:
        address = page.page.link.path
        if address in taken:
            yield Spot(page.path, None, {"address": address, "other": taken[address]})
        taken.setdefault(address, page.path)
    for path, address in sorted(handbook.hidden.items()):
        if address in taken:
            yield Spot(path, None, {"address": address, "other": taken[address]})
