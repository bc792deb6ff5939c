"""The links that a real generator made, as a file states them, and the same of ours."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from index.reading.page import Page


@dataclass(frozen=True, slots=True)
class Links:
    """One page's address and headings."""

    url: str | None
    """Percent-decoded; None where the generator builds no site."""
    headings: tuple[tuple[int, str, str | None], ...]
    """Level, visible text without its white space (a line break is none in HTML), id of each."""


def stated_links(file: Path, key: str = "pages") -> dict[str, Links]:
    """Return what the file states under `key`, by source path."""
    stated = json.loads(file.read_text(encoding="utf-8"))
    return {
        page["source"]: Links(
            None if page["url"] is None else unquote(page["url"]),
            tuple(
                (level, _joined(text), anchor) for level, text, anchor in page.get("headings", ())
            ),
        )
        for page in stated.get(key, ())
    }


def _joined(text: str) -> str:
    return "".join(text.split())


def our_links(pages: Iterable[Page]) -> dict[str, Links]:
    """Return the same of pages that we have read."""
    return {
        page.path: Links(
            unquote(page.link.url),
            tuple(
                (heading.level, _joined(heading.text), heading.anchor) for heading in page.headings
            ),
        )
        for page in pages
    }


def difference(
    stated: Mapping[str, Links], ours: Mapping[str, Links], without_text: Collection[str] = ()
) -> list[str]:
    """Return what differs, page by page and heading by heading; of some pages not the texts."""
    found = [f"{page}: not read" for page in sorted(stated.keys() - ours.keys())]
    found += [f"{page}: read, but not on the site" for page in sorted(ours.keys() - stated.keys())]
    for page in sorted(stated.keys() & ours.keys()):
        wanted, made = stated[page], ours[page]
        if page in without_text:
            wanted, made = _without_text(wanted), _without_text(made)
        if wanted.url not in (made.url, None):
            found.append(f"{page}: address {made.url}, on the site {wanted.url}")
        rows = max(len(wanted.headings), len(made.headings))
        for row in range(rows):
            pair = (wanted.headings[row : row + 1], made.headings[row : row + 1])
            if pair[0] != pair[1]:
                found.append(f"{page}, heading {row + 1}: {pair[1]}, on the site {pair[0]}")
    return found


def _without_text(links: Links) -> Links:
    return replace(
        links, headings=tuple((level, "", anchor) for level, _, anchor in links.headings)
    )


def headings_that_fail(stated: Links, ours: Links) -> list[tuple[int, str, str | None]]:
    """Return the stated headings that ours have not; all of ours must be among them, in order."""
    assert ours.url == stated.url
    left = iter(stated.headings)
    missing: list[tuple[int, str, str | None]] = []
    for heading in ours.headings:
        for other in left:
            if other == heading:
                break
            missing.append(other)
        else:
            raise AssertionError(heading)
    return [*missing, *left]
