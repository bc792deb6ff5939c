"""What a page's front matter tells of it, from the names that handbooks use for it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from math import isfinite

from index.reading.front_matter import text_setting
from index.reading.page import About, FrontMatter

_OWNER = ("owner", "page_owner", "ansvarlig", "ejer")
_KEYWORDS = ("keywords", "search_keywords", "synonyms", "emneord", "nøgleord")
_REVIEWED = ("last_reviewed", "last_reviewed_on", "reviewed", "review_date_last")
_REVIEW_BY = ("review_by", "next_review", "review_date", "expires", "expiry")
_PROMPTS = ("questions", "spørgsmål")
_ORDER = ("nav_order", "sidebar_position", "weight", "order")
"""As Just the Docs, Docusaurus and Hugo call it, and others."""
_FORWARDED = ("redirect_from", "aliases")
_HIDDEN = {"search_exclude": True, "unlisted": True, "noindex": True}


def read_about(front: FrontMatter | None) -> About:
    """Return what the front matter tells; what is missing or of another kind is left out."""
    front = front or {}
    texts = (text_setting(front, name) for name in _OWNER)
    return About(
        owner=next(filter(None, texts), None),
        keywords=_words(front, _KEYWORDS),
        description=text_setting(front, "description") or "",
        last_reviewed=_day(front, _REVIEWED),
        review_by=_day(front, _REVIEW_BY),
        searchable=not _kept_out(front),
        prompts=tuple(filter(_is_prompt, _list(front, _PROMPTS))),
        order=_number(front, _ORDER),
    )


def forwarded_addresses(front: FrontMatter | None) -> tuple[str, ...]:
    """Return the other addresses that lead to the page (jekyll-redirect-from, Hugo's aliases)."""
    return _list(front or {}, _FORWARDED)


def _is_prompt(text: str) -> bool:
    """Tell a question from the name of a channel or a mail address: 18F lists whom to ask there."""
    return len(text.split()) > 1 or text.rstrip().endswith("?")


def _kept_out(front: FrontMatter) -> bool:
    search = front.get("search")
    excluded = isinstance(search, Mapping) and search.get("exclude") is True
    return excluded or any(front.get(name) is value for name, value in _HIDDEN.items())


def _words(front: FrontMatter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list, also where it is written as one line with commas."""
    found = (part.strip() for text in _list(front, names) for part in text.split(","))
    return tuple(part for part in found if part)


def _list(front: FrontMatter, names: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        value = front.get(name)
        values = value if isinstance(value, list) else [value]
        found.extend(one for one in values if isinstance(one, str) and one.strip())
    return tuple(found)


def _number(front: FrontMatter, names: tuple[str, ...]) -> float | None:
    found = (text_setting(front, name) for name in names)
    for text in filter(None, found):
        with suppress(ValueError):
            number = float(text)
            return number if isfinite(number) else None
    return None


def _day(front: FrontMatter, names: tuple[str, ...]) -> date | None:
    for name in names:
        value = front.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip()[:10])
            except ValueError:
                continue
    return None
