"""A word that the handbook does not have, to the nearest word that it has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.search.folding import fold_danish

ONE_SLIP_FROM = 5
"""Letters from which one slip (a letter too many, missing, wrong or swapped) is mended."""

TWO_SLIPS_FROM = 9
"""Letters from which two slips are mended."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Knows how the handbook's words are spelled."""

    counts: Mapping[str, int]
    """How often each word stands in the handbook."""
    folded: dict[str, str] = field(default_factory=dict)
    """Plain spelling to the most frequent word that has it; filled at the first slip."""
    listed: list[str] = field(default_factory=list)
    """All plain spellings, a line each; made when the first word is completed."""

    def nearest(self, word: str) -> str | None:
        """Return the handbook's word that `word` was meant to be, None if none is near."""
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        if len(word) < ONE_SLIP_FROM or not word.isalnum():
            return None
        plain = fold_danish(word)
        near = process.extract(
            plain,
            self._spellings(),
            scorer=OSA.distance,
            processor=None,
            score_cutoff=slips,
            limit=None,
        )
        near = [found for found in near if len(found[0]) >= ONE_SLIP_FROM - 1]
        if not near:
            return None
        # The spelling itself decides last: what was indexed first must not.
        best = min(
            near,
            key=lambda found: (
                found[1],
                found[0][0] != plain[0],
                -self._count(found[0]),
                found[0],
            ),
        )
        return self.folded[best[0]]

    def beginning(self, letters: str) -> Iterator[str]:
        """Yield the words that begin with these letters, however their Danish ones are typed."""
        if not self.listed:
            self.listed.append("\n".join(("", *self._spellings(), "")))
        (text,) = self.listed
        wanted = f"\n{fold_danish(letters)}"
        place = text.find(wanted)
        while place >= 0:
            end = text.index("\n", place + 1)
            yield self.folded[text[place + 1 : end]]
            place = text.find(wanted, end)

    def _count(self, plain: str) -> int:
        return self.counts[self.folded[plain]]

    def _spellings(self) -> list[str]:
        if not self.folded:
            for word in sorted(self.counts, key=lambda word: (self.counts[word], word)):
                self.folded[fold_danish(word)] = word
        return list(self.folded)
