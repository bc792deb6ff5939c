"""Whether a new revision is good enough to answer from."""

from typing import Final

from index.handbook import Handbook
from index.refresh.edition import Volume
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

LEAST_LEFT: Final = 0.5
"""A revision with less than this share of what was there before is taken for an accident."""

FEW: Final = 4
"""A handbook this small may well be halved on purpose."""


def judge(handbook: Handbook, before: Volume | None) -> None:
    """Let a revision pass that has pages, and not just a rest of those that were there before.

    Raises:
        HandbookUnreadableError: saying what is wrong with it.
    """
    place = handbook.revision.place
    pages, passages = len(handbook.pages), len(handbook.passages)
    if not passages:
        raise HandbookUnreadableError(place, PlaceProblem.NOTHING_READABLE)
    if before is None or before.pages <= FEW:
        return
    for left, had in ((pages, before.pages), (passages, before.passages)):
        if left < LEAST_LEFT * had:
            raise HandbookUnreadableError(place, PlaceProblem.MOSTLY_GONE, f"{left}/{had}")
