"""Pictures of the handbook that Slack can show: it fetches them itself, without signing in.

A picture that it cannot fetch makes it refuse the whole message (`invalid_blocks`, "downloading
image failed", slackapi/python-slack-sdk#1782): where there is a doubt, the picture's words stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from slack_sdk.models.blocks import ImageBlock

from bot.slack.limits import ALTERNATIVE_TEXT
from bot.slack.rendering.mrkdwn import openable
from bot.slack.rendering.piece import Shown
from index.reading.page import Section
from index.reading.prose import MarkKind, Prose
from index.search.fitting import shortened

ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif")
"""https://docs.slack.dev/reference/block-kit/blocks/image-block"""

INSIDE: Final = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp")
"""Ends of names that only a house's own network knows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that anybody may fetch."""

    address: str
    """Where."""
    words: str
    """What its author says that it shows."""

    def piece(self, said: str = "") -> Shown:
        """Return the picture as a block; its words are said where no line beside it says them."""
        words = shortened(Prose(self.words), ALTERNATIVE_TEXT - 1).text
        return Shown(ImageBlock(image_url=self.address, alt_text=words), said)


def pictures(prose: Prose, section: Section) -> Iterator[Picture]:
    """Yield the pictures in the prose of a section that Slack can fetch."""
    for mark in prose.marks:
        words = " ".join(prose.text[mark.start : mark.end].split())
        address = openable(mark.target) if mark.kind is MarkKind.IMAGE else None
        if address and words and _public(address, section):
            yield Picture(address, words)


def is_picture_alone(prose: Prose) -> bool:
    """Return whether there is nothing but one picture, and no link on it."""
    marks = [mark for mark in prose.marks if mark.kind is not MarkKind.HIGHLIGHT]
    if len(marks) != 1 or marks[0].kind is not MarkKind.IMAGE:
        return False
    around = prose.text[: marks[0].start] + prose.text[marks[0].end :]
    return not around.strip()


def _public(address: str, section: Section) -> bool:
    parts = urlsplit(address)
    host = parts.hostname or ""
    return (
        parts.scheme == "https"
        and parts.path.lower().endswith(ENDINGS)
        and "@" not in parts.netloc
        and _known_everywhere(host)
        and not _is_page(host, section)
    )


def _known_everywhere(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host.strip(".") and not host.rstrip(".").endswith(INSIDE)


def _is_page(host: str, section: Section) -> bool:
    """Return whether a Git host would show a page around the file: no site is known then."""
    return not section.link.absolute and host == urlsplit(section.source.view).hostname
