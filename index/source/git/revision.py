"""Which lines of a document stand in the revision too, and where."""

import hashlib
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Final

from index.source.document import Document
from index.source.encoding import decode
from index.source.git.repository import Repository, small_file

_SHA256_LETTERS: Final = 64


@dataclass(frozen=True, slots=True)
class Revised:
    """What the revision has of a document."""

    path: bytes
    """Path of its file below the repository's root."""
    lines: tuple[int | None, ...]
    """For each of its lines the number in the revision, None for one that is not there."""


def revised(
    repository: Repository, root: Path, documents: Sequence[Document]
) -> Iterator[Revised | None]:
    """Yield each document's place in the revision, None for one that the revision does not have.

    Git is not asked what was changed: it would run what a repository's settings name as filters.
    """
    files = repository.files()
    found = [
        _compared(document, Path(os.path.realpath(root / document.path)), repository.root, files)
        for document in documents
    ]
    changed = {files[each.path] for each in found if each and not each.lines}
    texts = repository.texts(sorted(changed))
    for document, each in zip(documents, found, strict=True):
        if each and not each.lines:
            lines = _common_lines(document, texts.get(files[each.path], b""))
            yield replace(each, lines=lines)
        else:
            yield each


def _compared(
    document: Document, file: Path, top: Path, files: Mapping[bytes, bytes]
) -> Revised | None:
    """Return a document's place; without lines where its file was changed since."""
    path = os.fsencode(os.path.relpath(file, top))
    if path not in files:
        return None
    raw = small_file(file)
    lines = all_lines(document, raw) if _same(raw, files[path]) else ()
    return Revised(path, lines)


def _same(raw: bytes, identity: bytes) -> bool:
    """Tell whether a file is the revision's, by the id that Git would give it.

    Git may have been told to check files out with Windows' line ends.
    """
    return any(_identity(form, identity) for form in (raw, raw.replace(b"\r\n", b"\n")))


def _identity(raw: bytes, identity: bytes) -> bool:
    name = "sha256" if len(identity) == _SHA256_LETTERS else "sha1"
    digest = hashlib.new(name, b"blob %d\0" % len(raw), usedforsecurity=False)
    digest.update(raw)
    return digest.hexdigest().encode() == identity


def all_lines(document: Document, raw: bytes) -> tuple[int | None, ...]:
    """Return every line as itself; none where Git counts the lines of the file in another way."""
    count = document.text.count("\n")
    if raw.count(b"\n") != count:
        return (None,) * (count + 1)
    # Behind the last line end there is a line only if something stands in it.
    last = None if not raw or raw.endswith(b"\n") else count + 1
    return (*range(1, count + 1), last)


def _common_lines(document: Document, old: bytes) -> tuple[int | None, ...]:
    """Return the lines that were not changed since: those above and below, and single ones.

    Between the first and the last change, a line that stands only once in both is the same.
    """
    new = document.text.split("\n")
    text, _ = decode(document.path, old)
    before = (text or "").split("\n")
    numbers: list[int | None] = [None] * len(new)
    if text is None or len(before) != old.count(b"\n") + 1:
        return tuple(numbers)
    above = sum(1 for _ in takewhile(bool, map(eq, before, new)))
    room = min(len(before), len(new)) - above
    below = sum(1 for _ in takewhile(bool, map(eq, before[::-1][:room], new[::-1][:room])))
    numbers[:above] = range(1, above + 1)
    numbers[len(new) - below :] = range(len(before) - below + 1, len(before) + 1)
    inside = before[above : len(before) - below], new[above : len(new) - below]
    for was, now in _in_order(*inside):
        numbers[above + now] = above + was + 1
    if not before[-1]:
        numbers = [None if number == len(before) else number for number in numbers]
    return tuple(numbers)


def _in_order(before: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return places of equal lines: the longest row of single ones that are in order in both.

    The standard library's difflib would find more, in a time that grows with the square.
    """
    counts = Counter(before), Counter(new)
    places = {line: place for place, line in enumerate(before) if counts[0][line] == 1}
    pairs = [
        (places[line], place)
        for place, line in enumerate(new)
        if line in places and counts[1][line] == 1
    ]
    ends: list[int] = []  # for rows of each length: the lowest place where one ends
    enders: list[int] = []  # the pair that stands there
    behind: list[int] = []  # for each pair: the pair before it in its row
    for number, (was, _) in enumerate(pairs):
        length = bisect_left(ends, was)
        ends[length : length + 1] = [was]
        enders[length : length + 1] = [number]
        behind.append(enders[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    number = enders[-1] if enders else -1
    while number >= 0:
        row.append(pairs[number])
        number = behind[number]
    return row
