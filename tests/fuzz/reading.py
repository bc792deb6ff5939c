"""Random pages through every generator: nothing may fail, and no page may take long.

    python -m tests.fuzz.reading 10

The number is how many minutes. Pages are made of pieces of the case files and the example
handbook, cut, joined, repeated and damaged. A page that fails is printed, made as short as it
still fails.
"""

import random
import sys
import time
from collections.abc import Sequence

from index.reading.each_prose import every_prose
from index.reading.generators.generator import Generator
from index.reading.generators.recognise import GENERATOR_NAMES, choose_generator
from index.reading.pages import Site, read_pages
from index.reading.passages.cut import cut_passages
from index.source.document import Document, Source
from index.source.encoding import decode
from tests.handbooks import CONTENT, REPOSITORY

SECONDS_A_MEGABYTE = 60.0
"""A page that takes longer than this for its size is not read in linear time; and a second more,
since the machine does other things."""

SIGNS = (
    "# |## |{#id}|{: .x #y}|---|===|```|~~~|```mermaid\nflowchart TD\n|a-->b|[x](y)|![x](y)|<div>|"
    "</div>|<!--|-->|<h2>|</h2>|<script>|{{|}}|{%|%}|{{<|>}}|> |- |1. |[x] |[^1]|[^1]: |**|_|`|\\|"
    "&amp;|&#0;|<a@b.dk>|~~|\t|\u2028|\u202e|\ufeff|\x00|🙌|å|日本|:::note|:::|!!! note|??? |=== |"
    '<details markdown="1">|</details>|$$|{::comment}|{:/}|*[A]: b|term\n: meaning|+++|[a]: b'
).split("|")


def pieces() -> list[str]:
    """Return lines and paragraphs that handbooks and our cases hold."""
    files = [*CONTENT.rglob("*.md"), *(REPOSITORY / "tests" / "reading" / "cases").rglob("*.md")]
    texts = [file.read_text(encoding="utf-8") for file in sorted(files)]
    return [part for text in texts for part in (*text.split("\n\n"), *text.split("\n")) if part]


def random_page(chance: random.Random, parts: Sequence[str]) -> str:
    """Return a page of random pieces, some of them damaged."""
    chosen = [
        chance.choice(SIGNS) if chance.random() < 0.4 else chance.choice(parts)
        for _ in range(chance.randint(1, 40))
    ]
    if chance.random() < 0.2:
        chosen = [chance.choice(chosen) * chance.randint(1, 300)]
    if chance.random() < 0.5:
        chosen.insert(0, "---\ntitle: T\n---\n")
    page = "".join(part + chance.choice(("", " ", "\n", "\n\n", "\n    ")) for part in chosen)
    for _ in range(chance.randint(0, 5)):
        place = chance.randrange(len(page) + 1)
        page = page[:place] + chance.choice(SIGNS) + page[place + chance.randint(0, 9) :]
    return page


def fault(page: str, generator: Generator) -> str:
    """Return what is wrong with how the page is read, '' if nothing is."""
    start = time.process_time()
    try:
        text, _ = decode("page.md", page.encode("utf-8", "surrogatepass"))
        reading = read_pages(
            [Document("page.md", text or "")], Site(generator, "https://h.example")
        )
        passages = cut_passages(reading.pages)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - start
    if took > 1 + SECONDS_A_MEGABYTE * len(page) / 1e6:
        return f"took {took:.1f} s for {len(page)} characters"
    for passage in passages:
        for prose in every_prose(passage.blocks):
            if any(not 0 <= mark.start < mark.end <= len(prose.text) for mark in prose.marks):
                return "a mark outside of its text"
    lines = [section.line for page in reading.pages for section in page.sections if section.level]
    return "" if lines == sorted(lines) else "sections out of order"


def _shortest(page: str, generator: Generator, wrong: str) -> str:
    """Return a page that still fails so, with whatever is not needed for it taken out."""
    kind = wrong.partition(":")[0]
    size = len(page) // 2
    while size:
        place = 0
        while place < len(page):
            shorter = page[:place] + page[place + size :]
            if fault(shorter, generator).partition(":")[0] == kind:
                page = shorter
            else:
                place += size
        size //= 2
    return page


def main() -> None:
    """Run for as many minutes as were asked for and print what was found."""
    chance = random.Random(time.time_ns())  # noqa: S311 - for pages, not for secrets
    parts = pieces()
    known = {name: choose_generator(Source("", (), {}, ()), name)[0] for name in GENERATOR_NAMES}
    until = time.monotonic() + 60 * float(sys.argv[1])
    tried, found = 0, set[tuple[str, str]]()
    while time.monotonic() < until:
        page = random_page(chance, parts)
        for name, generator in known.items():
            tried += 1
            wrong = fault(page, generator)
            kind = (name, wrong.split(":")[0])
            if wrong and kind not in found:
                found.add(kind)
                short = _shortest(page, generator, wrong)
                sys.stdout.write(f"{name}: {wrong}\n  {short!r}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{tried} pages read, {len(found)} kinds of fault\n")


if __name__ == "__main__":
    main()
