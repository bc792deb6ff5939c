"""What reading costs: against the bare parser, after one changed page, and on the worst pages.

    python -m tests.benchmarks.reading

The text is the 18F handbook; both sides read it in turn, in one run. Of the worst pages only the
growth is told: twice the text must take about twice the time.
"""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from markdown_it import MarkdownIt

from index.reading.generators.generator import Generator
from index.reading.generators.recognise import GENERATOR_NAMES, choose_generator
from index.reading.pages import Site, read_pages
from index.reading.passages.cut import cut_page, cut_passages
from index.source.document import Document, Source
from tests.handbooks import EIGHTEEN_F
from tests.source.folders import read_folder

ROUNDS = 7
CHARACTERS = 400_000
"""Size of the smaller of two pages of the worst kind."""

WORST: Mapping[str, Callable[[int], str]] = {
    "one line of words": lambda size: "ord " * (size // 4),
    "one word": lambda size: "a" * size,
    "headings": lambda size: "# h\n\n" * (size // 5),
    "rows of a table": lambda size: "| a | b |\n|---|---|\n" + "| x | y |\n" * (size // 10),
    "nested quotes": lambda size: ("> " * 500 + "a\n\n") * (size // 1002),
    "nested lists": lambda size: "".join(
        "  " * (line % 500) + "- a\n" for line in range(size // 500)
    ),
    "open emphasis": lambda size: "*a _b " * (size // 6),
    "open brackets": lambda size: "[" * size,
    "open pictures": lambda size: "![" * (size // 2),
    "open fences": lambda size: "``` js\n" * (size // 7),
    "open elements": lambda size: "<div>\n\n" * (size // 7),
    "open comments": lambda size: "<!-- " * (size // 5),
    "open tags": lambda size: "<a " * (size // 3),
    "open braces": lambda size: "{{ {% {: " * (size // 9),
    "references": lambda size: "\n".join(f"[{n}]: /x" for n in range(size // 12)),
    "notes": lambda size: "".join(f"[^{n}]\n\n[^{n}]: x\n\n" for n in range(size // 24)),
    "a diagram": lambda size: (
        "```mermaid\nflowchart TD\n"
        + "".join(f"a{n}-->a{n + 1}\n" for n in range(size // 14))
        + "```\n"
    ),
}


def generator(name: str) -> Generator:
    """Return a generator without a site's settings."""
    return choose_generator(Source("", (), {}, ()), name)[0]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's seconds that the work took."""
    start = time.process_time()
    work()
    return time.process_time() - start


def against_the_bare_parser(name: str, documents: tuple[Document, ...]) -> str:
    """Return how reading compares with markdown-it-py's parse of the same text."""
    site = Site(generator(name))
    bare_parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(ROUNDS):
        bare.append(seconds(lambda: [bare_parser.parse(each.text) for each in documents]))
        ours.append(seconds(lambda: cut_passages(read_pages(documents, site).pages)))
    ratio = np.median([one / other for one, other in zip(ours, bare, strict=True)])
    return f"{name:<12} {ratio:5.2f} x markdown-it-py's bare parse ({np.median(bare):.2f} s)"


def after_one_change(documents: tuple[Document, ...]) -> str:
    """Return what a changed page costs, against reading that page alone and everything anew."""
    site = Site(generator("github"))
    before = read_pages(documents, site)
    changed = replace(documents[-1], text=documents[-1].text + "\n\n## Nyt\n\nTekst.\n")
    files = (*documents[:-1], changed)

    def again() -> None:
        known = {page.path: page for page in before.pages}
        for page in read_pages(files, site, before).pages:
            if known.get(page.path) is not page:
                list(cut_page(page))

    alone = np.median([seconds(lambda: read_pages((changed,), site)) for _ in range(ROUNDS)])
    took = np.median([seconds(again) for _ in range(ROUNDS)])
    anew = np.median([seconds(lambda: read_pages(files, site)) for _ in range(3)])
    return (
        f"one of {len(files)} pages changed: {took * 1000:.1f} ms; "
        f"that page alone {alone * 1000:.1f} ms, all anew {anew * 1000:.0f} ms"
    )


def growth(kind: str, name: str) -> str:
    """Return how the time grows when a page of this kind is twice as long."""
    site = Site(generator(name))

    def read(size: int) -> float:
        documents = (Document("page.md", WORST[kind](size)),)
        return seconds(lambda: cut_passages(read_pages(documents, site).pages))

    one, two = read(CHARACTERS), read(2 * CHARACTERS)
    return f"{name:<12} {kind:<18} {one:6.2f} s, twice the text {two / max(one, 0.01):4.1f} x"


def main() -> None:
    """Print the figures."""
    if not EIGHTEEN_F.exists():
        sys.exit("The shared test data is missing: the 18F handbook.")
    documents = read_folder(EIGHTEEN_F).documents
    lines = [against_the_bare_parser(name, documents) for name in GENERATOR_NAMES]
    sys.stdout.write("\n".join([*lines, after_one_change(documents), ""]))
    for name in sys.argv[1:] or ("jekyll", "github", "mkdocs"):
        for kind in WORST:
            sys.stdout.write(growth(kind, name) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
