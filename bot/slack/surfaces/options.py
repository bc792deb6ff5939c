"""Sections to choose from: each told from others of its name by what it stands below."""

from collections.abc import Iterable
from typing import Final

from slack_sdk.models.blocks import Option

from bot.slack.limits import OPTION_CHARACTERS, OPTIONS
from bot.slack.surfaces.element import named, option
from bot.wording.colophon import BETWEEN
from index.reading.plain import PATH_SIGN
from index.search.completion import Suggestion
from index.search.fitting import ELLIPSIS

HEADING_CHARACTERS: Final = 45
"""Of a long heading the beginning is shown: beside it stands the way to it."""


def section_options(found: Iterable[Suggestion]) -> list[Option]:
    """Return as many as a menu takes."""
    return [option(_label(each), each.key) for each in found][:OPTIONS]


def _label(of: Suggestion) -> str:
    """Return the heading and the way to it; of a long way the end, where it differs."""
    heading = named(of.heading, HEADING_CHARACTERS)
    way = PATH_SIGN.join(" ".join(step.split()) for step in of.breadcrumb if step.strip())
    if not way:
        return heading
    room = OPTION_CHARACTERS - len(heading) - len(BETWEEN)
    end = way if len(way) <= room else ELLIPSIS + way[len(ELLIPSIS) - room :].lstrip()
    return heading + BETWEEN + end
