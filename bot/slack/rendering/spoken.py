"""Prose to what a screen reader says: the words, and where a link leads."""

from typing import Final

from bot.slack.rendering.mrkdwn import escaped, openable
from index.reading.prose import MarkKind, Prose

SPOKEN_ADDRESS: Final = 800
"""Bytes; nobody listens to a longer address: its words alone are said, and Slack shows the link."""

_MAIL: Final = "mailto:"


def spoken(prose: Prose) -> str:
    """Return the text with the address of each link behind its words."""
    said, place = "", 0
    ends = {mark.end: mark for mark in prose.marks if mark.kind is MarkKind.LINK}
    for end, mark in sorted(ends.items()):
        said, place = said + prose.text[place:end], end
        address = spoken_address(mark.target)
        if address and address not in prose.text[mark.start : end]:
            said += f" ({address})"
    return said + prose.text[place:]


def spoken_address(url: str) -> str:
    """Return an address as it is said; empty for what cannot be opened or listened to."""
    address = (openable(url) or "").removeprefix(_MAIL)
    return address if said_bytes(address) <= SPOKEN_ADDRESS else ""


def said_bytes(said: str) -> int:
    """Return how much of a message's `text` the words take."""
    return len(escaped(said).encode())
