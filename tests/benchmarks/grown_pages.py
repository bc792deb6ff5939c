"""Real pages grown to any number of passages, in sentences that the handbook has.

`grown.py` grows terms; an index is built from passages. Each further page is a real one under
another path: its sections, lists and tables keep their shape, and each sentence gives way to one
of the handbook's, mostly of the same page. As there, half of the words that the handbook has once
or twice give way to new ones, whose number grows with the text as in Heaps' law.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.reading.each_prose import each_prose
from index.reading.page import Page, Section
from index.reading.passages.cut import cut_page
from index.reading.passages.passage import Passage
from index.reading.plain import plain_text
from index.reading.prose import Prose
from index.reading.sentences import sentences
from index.search.words import split_words
from tests.benchmarks.grown import FREQUENT_NEW, HEAPS, NEW, RARE, SAME_PAGE, SEED

SYLLABLES = [a + b for a in "bdfghjklmnprstv" for b in "aeiouyæøå"]


class Grower:
    """Makes pages of the sentences of real ones."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - the same pages in every run
        self._pages = [page for page in pages if page.sections]
        self._by_page = [list(_sentences(page)) for page in self._pages]
        self._everywhere = [one for own in self._by_page for one in own]
        self._counts = Counter(word.text for one in self._everywhere for word in split_words(one))

    @property
    def size(self) -> int:
        """How many pages there are to grow from."""
        return len(self._pages)

    def path(self, number: int) -> str:
        """Return the path of one of these."""
        return self._pages[number].path

    def passages(self, size: int) -> list[Passage]:
        """Return `size` passages: those of the pages, then those of further pages."""
        found: list[Passage] = []
        copy = 0
        while len(found) < size:
            for number, page in enumerate(self._pages):
                found.extend(cut_page(self.page(number, copy) if copy else page))
            copy += 1
        return found[:size]

    def page(self, number: int, copy: int) -> Page:
        """Return a further page in the shape of the one with this number."""
        page = self._pages[number]
        path = f"{copy}/{page.path}"
        sections = tuple(self._section(one, number, path) for one in page.sections)
        return replace(page, path=path, sections=sections)

    def _section(self, section: Section, page: int, path: str) -> Section:
        blocks = tuple(
            each_prose(block, lambda prose: self._prose(prose, page)) for block in section.blocks
        )
        heading = self._renamed(section.heading)
        return replace(section, page=path, heading=heading, blocks=blocks)

    def _prose(self, prose: Prose, page: int) -> Prose:
        places = list(sentences(prose.text))
        return Prose(" ".join(self._renamed(self._sentence(page)) for _ in places))

    def _sentence(self, page: int) -> str:
        own = self._by_page[page]
        same = own and self._chance.random() < SAME_PAGE
        return self._chance.choice(own if same else self._everywhere)

    def _renamed(self, text: str) -> str:
        rare = [word for word in split_words(text) if self._counts[word.text] <= RARE]
        for word in reversed(rare):
            if self._chance.random() < NEW:
                text = text[: word.start] + self._name() + text[word.end :]
        return text

    def _name(self) -> str:
        number = min(int(FREQUENT_NEW * (self._chance.paretovariate(HEAPS) - 1)), 10**12)
        name = ""
        while number or len(name) < 4:
            number, syllable = divmod(number, len(SYLLABLES))
            name += SYLLABLES[syllable]
        return name


def _sentences(page: Page) -> Iterator[str]:
    for section in page.sections:
        for block in section.blocks:
            for line in plain_text((block,)).split("\n"):
                yield from (line[start:end] for start, end in sentences(line))
