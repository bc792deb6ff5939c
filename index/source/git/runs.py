"""Neighbouring lines on their way back through the history, a run at a time."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from index.source.git.commit import Hunk


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines of a file at some commit that are still there."""

    line: int
    """Number of the first one at the commit, counted from 1."""
    target: int
    """Number of the first one among all the lines that are asked about, counted from 0."""
    count: int
    """How many lines."""


class Fate(Enum):
    """What a change did to a line."""

    KEPT = 0
    ADDED = 1
    ABOVE_GAP = 2
    """The line stayed, and the text below it was taken out."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring lines with one fate; each reaches to where the next begins."""

    start: int
    fate: Fate
    shift: int = 0
    """What makes a line's number the one that it had before."""


def split(
    runs: Iterable[Run], hunks: Sequence[Hunk], *, ignored: bool
) -> Iterator[tuple[Fate, Run]]:
    """Yield the runs in pieces with their fates; kept ones are numbered as before the change.

    The lines of an `ignored` change are taken for those that stood in their place before.
    """
    stretches = [*(_ignored(hunks) if ignored else _stretches(hunks))]
    starts = [stretch.start for stretch in stretches]
    for run in runs:
        line, end = run.line, run.line + run.count
        number = bisect_right(starts, line) - 1
        while line < end:
            stop = min(end, starts[number + 1]) if number + 1 < len(starts) else end
            stretch = stretches[number]
            target = run.target + line - run.line
            yield stretch.fate, Run(line + stretch.shift, target, stop - line)
            line, number = stop, number + 1


def _stretches(hunks: Iterable[Hunk]) -> Iterator[_Stretch]:
    start, shift = 1, 0
    for hunk in hunks:
        begin = hunk.line if hunk.count else hunk.line + 1
        gap = not hunk.count and not hunk.took_heading and hunk.line >= start
        above = begin - 1 if gap else begin
        if above > start:
            yield _Stretch(start, Fate.KEPT, shift)
        if gap:
            yield _Stretch(above, Fate.ABOVE_GAP)
        if hunk.count:
            yield _Stretch(begin, Fate.ADDED)
        start = begin + hunk.count
        shift += hunk.old_count - hunk.count
    yield _Stretch(start, Fate.KEPT, shift)


def _ignored(hunks: Iterable[Hunk]) -> Iterator[_Stretch]:
    start, shift = 1, 0
    for hunk in hunks:
        begin = hunk.line if hunk.count else hunk.line + 1
        if begin > start:
            yield _Stretch(start, Fate.KEPT, shift)
        last = hunk.old_line + hunk.old_count - 1
        replaced = min(hunk.count, hunk.old_count)
        if replaced:
            yield _Stretch(begin, Fate.KEPT, hunk.old_line - begin)
        for line in range(begin + replaced, begin + hunk.count):
            # More lines than before: the rest was made of the last one.
            fate = Fate.KEPT if hunk.old_count else Fate.ADDED
            yield _Stretch(line, fate, last - line)
        start = begin + hunk.count
        shift += hunk.old_count - hunk.count
    yield _Stretch(start, Fate.KEPT, shift)
