"""Listed pages to JSON and back: a whole handbook is listed without a section being read."""

import json
from collections.abc import Sequence
from typing import Final

from index.reading.listed import Entry, Listed
from index.search.snapshot.block_codec import NotAPassageError, as_amount, as_text, as_texts
from index.search.snapshot.passage_codec import as_day

ENTRY_VALUES: Final = 5
"""What an entry is written as."""


def encode_listed(page: Listed) -> bytes:
    """Return the page as JSON; an entry's address is what comes behind that of the page."""
    value = [
        [page.path, page.title, page.url, page.handbook],
        [page.prompts, page.above, page.others, page.order],
        [_entry(entry, page.url or "") for entry in page.sections],
    ]
    return json.dumps(value, separators=(",", ":")).encode()


def _entry(entry: Entry, page: str) -> Sequence[object]:
    behind = entry.url and entry.url.removeprefix(page)
    day = entry.updated and entry.updated.isoformat()
    return entry.key, entry.heading, entry.level, behind, day


def decode_listed(text: bytes) -> Listed:
    """Return the page.

    Raises:
        NotAPassageError: when that is not what the text says.
    """
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAPassageError(text) from error
    match value:
        case [
            [str(path), str(title), url, str(handbook)],
            [list(prompts), list(above), list(others), order],
            [_, *_] as entries,
        ]:
            page = None if url is None else as_text(url)
            return Listed(
                path=path,
                title=title,
                url=page,
                sections=tuple([_read_entry(entry, page or "") for entry in entries]),
                prompts=as_texts(prompts),
                above=as_texts(above),
                order=None if order is None else as_amount(order),
                others=as_texts(others),
                handbook=handbook,
            )
        case other:
            raise NotAPassageError(other)


def _read_entry(value: object, page: str) -> Entry:
    # By hand: of a large handbook there are as many as passages, and a pattern takes twice as long.
    if not isinstance(value, list) or len(value) != ENTRY_VALUES:
        raise NotAPassageError(value)
    key, heading, level, behind, day = value
    if not (isinstance(key, str) and isinstance(heading, str) and isinstance(level, int)):
        raise NotAPassageError(value)
    url = None if behind is None else page + as_text(behind)
    return Entry(key, heading, level, url, None if day is None else as_day(day))
