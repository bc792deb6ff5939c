"""mdBook, with pulldown-cmark.

Addresses: https://rust-lang.github.io/mdBook/format/summary.html ; ids: its source,
`crates/mdbook-html` (0.5) and `src/utils` (0.4).
"""

from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from index.reading.dialects.pulldown import pulldown
from index.reading.generators.configuration.tables import table
from index.reading.generators.generator import (
    FILES,
    Address,
    Addresses,
    Files,
    Generator,
    Settings,
)
from index.reading.generators.mdbook_ids import newest_ids, older_ids
from index.reading.generators.mdbook_summary import SUMMARY, read_summary
from index.source.limits import MARKDOWN_SUFFIXES

NAME = "mdbook"
OPTIONS: Mapping[str, tuple[str, ...]] = {"version": ("0.4", "0.5")}
"""What may be given, with the values that are known."""

_BOOK: Final = "book.toml"


def mdbook(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return mdBook as this book sets it up."""
    older = options.get("version") == "0.4"
    html = table(settings, "output.html")
    smart = html.get("smart-punctuation", html.get("curly-quotes", not older))
    root, chapters = _book(settings)
    site = str(html.get("site-url") or "").rstrip("/")
    return Generator(
        NAME,
        pulldown(smart=smart is True),
        partial(_addresses, root, chapters),
        older_ids if older else newest_ids,
        file_links=True,
        site=site if urlsplit(site).netloc else "",
    )


def _book(settings: Settings) -> tuple[str, Mapping[str, str] | None]:
    """Return the folder of the chapters, and file to title of them; None without a summary.

    Without a book.toml the handbook is either the book or its `src` folder.
    """
    files = table(settings, FILES)
    given = str(table(settings, "book").get("src") or "src").strip("/")
    given = f"{given}/" if given != "." else ""
    for root in (given,) if _BOOK in files else ("", given):
        summary = files.get(f"{root}{SUMMARY}")
        if isinstance(summary, str):
            return root, read_summary(summary)
    return (given if _BOOK in files else ""), None


def _addresses(root: str, chapters: Mapping[str, str] | None, files: Files) -> Addresses:
    found: dict[str, Address] = {}
    order = {path: number for number, path in enumerate(chapters or ())}
    for path in files:
        inside = path.removeprefix(root)
        if not path.startswith(root) or not path.lower().endswith(MARKDOWN_SUFFIXES):
            continue
        if chapters is None or inside in chapters:
            title = (chapters or {}).get(inside, "")
            found[path] = Address(_html(inside), title=title, order=order.get(inside))
    return found


def _html(path: str) -> str:
    chapter = PurePosixPath("/", path)
    return str(chapter.with_name("index.html" if _is_readme(chapter) else f"{chapter.stem}.html"))


def _is_readme(chapter: PurePosixPath) -> bool:
    return chapter.stem.lower() == "readme"
