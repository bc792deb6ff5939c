"""Real Markdown files grown to a handbook of any number of passages.

Each further file is a real one under another path, in which half of the words that the handbook
has once or twice give way to new ones, so that the vocabulary grows with the text.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.grown import RARE, SEED
from tests.benchmarks.grown_pages import SYLLABLES

WORD = re.compile(r"(?<![\w/#.:@-])[a-zæøå]{5,}(?![\w/:@-])")
"""Words of running text: none of an address, an anchor or a file's name."""


class FileGrower:
    """Makes files of real ones."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - the same files in every run
        self.files = {
            f"{name}/{file.relative_to(folder).as_posix()}": file.read_text("utf-8", "replace")
            for name, folder in folders.items()
            for file in sorted(folder.rglob("*.md"))
        }
        self._counts = Counter(word for text in self.files.values() for word in WORD.findall(text))

    def further(self) -> Iterator[tuple[str, str]]:
        """Yield the real files, then further ones for ever: path and text."""
        yield from self.files.items()
        copy = 0
        while True:
            copy += 1
            for path, text in self.files.items():
                yield f"{copy}/{path}", WORD.sub(self._new, text)

    def _new(self, word: re.Match[str]) -> str:
        if self._counts[word[0]] > RARE or self._chance.random() < 1 / 2:
            return word[0]
        return "".join(self._chance.choices(SYLLABLES, k=4))
