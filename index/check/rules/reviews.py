"""Texts that somebody should have looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot

REVIEW_DAYS: Final = 365
"""How long a review holds where the page does not say by when the next is due."""


def overdue_reviews(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page whose own date for the next review has passed."""
    for page in handbook.pages:
        due = page.page.about.review_by
        if due is not None and due < handbook.today and not _reviewed_since(page, due):
            yield Spot(page.path, _line_of(page, due), {"date": due.isoformat()})


def old_reviews(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page that was reviewed more than a year ago and has no date for the next."""
    for page in handbook.pages:
        last = page.page.about.last_reviewed
        old = last is not None and handbook.today - last > timedelta(days=REVIEW_DAYS)
        if last is not None and old and page.page.about.review_by is None:
            yield Spot(page.path, _line_of(page, last), {"date": last.isoformat()})


def _reviewed_since(page: CheckedPage, due: date) -> bool:
    last = page.page.about.last_reviewed
    return last is not None and last >= due


def _line_of(page: CheckedPage, day: date) -> int:
    """Return the line of the front matter that tells the day."""
    told = day.isoformat()
    return next((number for number, line in enumerate(page.lines, 1) if told in line), 1)
