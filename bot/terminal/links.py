"""`handbook links`: every page and heading with the link it has on the site."""

import json
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from index.reading.page import Page


def links_json(pages: Iterable[Page], out: TextIO) -> None:
    """Print all links as one JSON object."""
    pages = tuple(pages)
    rendered = [
        {
            "source": page.path,
            "url": page.link.url,
            "headings": [
                [heading.level, heading.text, heading.anchor] for heading in page.headings
            ],
        }
        for page in pages
        if page.rendered
    ]
    raw = [{"source": page.path, "url": page.link.url} for page in pages if not page.rendered]
    out.write(json.dumps({"pages": rendered, "not_rendered": raw}, ensure_ascii=False) + "\n")


def show_links(pages: Iterable[Page], console: Console) -> None:
    """Print all links for a person."""
    for page in pages:
        console.print(Text.assemble((page.title, "bold"), "  ", (page.link.url, "blue")))
        for heading in page.headings:
            anchor = f"#{heading.anchor}" if heading.anchor else "–"
            console.print(Text.assemble("  " * heading.level, heading.text, "  ", (anchor, "blue")))
