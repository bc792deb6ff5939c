"""Compounds: `fakturagodkender` is also `faktura` and `godkender`.

Danish writes words together that people type apart, and the other way round. The parts that may
stand alone are the handbook's own words and the common words of the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.search.analysis import CACHED_TERMS, tail_after_digits
from index.search.folding import fold_danish

SHORTEST_PART = 4
"""Letters; shorter ones (`ret`, `tid`) cut words that are none. Three are enough when frequent."""

FREQUENT = 5
"""Occurrences from which a three-letter word may be a part."""

FREQUENT_GRADE = 2
"""The grade of these: grades are powers of FREQUENT."""

LONGEST = 40
"""Letters; the longest words in use are shorter, and the ways to split grow with each letter."""

_LINKS = ("", "s", "e")
"""What may stand between two parts: fuge-s, fuge-e."""

_PREFIXES = frozenset(
    "ind ud op ned til fra for over under mod sam mis gen efter frem hen bort inde ude oppe".split()
)
"""What begins a word without being a part of it: `indhold` is no `hold`."""


def grade(count: int) -> int:
    """Return how frequent a word is that stands `count` times: 0 for none, 1 below FREQUENT.

    Words are compared by grade, not by count, so that a handbook's other words keep their parts
    when a page of it is edited.
    """
    found = 0
    while count:
        count //= FREQUENT
        found += 1
    return found


@dataclass(frozen=True, slots=True)
class Compounds:
    """Splits words by a vocabulary."""

    counts: Mapping[str, int]
    """How often each word and each stem stands in the handbook, in plain letters."""
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Cache of what was split."""

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of `word` (its own name's tail included), () when it has none."""
        parts = self.known.get(word)
        if parts is None:
            parts = self._apart(fold_danish(word)) if len(word) <= LONGEST else ()
            if len(self.known) >= CACHED_TERMS:
                self.known.clear()
            self.known[word] = parts
        return parts

    def _apart(self, plain: str) -> tuple[str, ...]:
        tail = tail_after_digits(plain)
        return (tail, *self._split(tail)) if tail else self._split(plain)

    def _split(self, word: str) -> tuple[str, ...]:
        best: tuple[int, tuple[str, ...]] = (0, ())
        for cut in range(3, len(word) - 2):
            right = word[cut:]
            if not self._stands_alone(right):
                continue
            for link in _LINKS:
                left = word[: cut - len(link)] if word[:cut].endswith(link) else ""
                pieces: tuple[str, ...] = (left,) if self._may_begin(left) else ()
                if not pieces and len(left) >= 2 * SHORTEST_PART:
                    pieces = self._split(left)
                weight = min(grade(self.counts.get(piece, 0)) for piece in (*pieces, right))
                if pieces and weight > best[0]:
                    best = (weight, (*pieces, right))
        return best[1]

    def _may_begin(self, part: str) -> bool:
        return part not in _PREFIXES and self._stands_alone(part)

    def _stands_alone(self, part: str) -> bool:
        needed = 1 if len(part) >= SHORTEST_PART else FREQUENT_GRADE
        return len(part) >= SHORTEST_PART - 1 and grade(self.counts.get(part, 0)) >= needed
