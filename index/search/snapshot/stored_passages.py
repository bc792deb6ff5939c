"""The passages of a snapshot: read when one is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.reading.listed import Listed, list_pages
from index.reading.page import Section
from index.reading.passages.passage import Passage
from index.search.snapshot.listed_codec import decode_listed, encode_listed
from index.search.snapshot.passage_codec import (
    decode_passage,
    decode_section,
    encode_passage,
    encode_section,
)
from index.search.snapshot.text import Text, TextInMemory

KEPT = 512
"""So many of the last passages stay in memory, and as many sections."""

DIGEST = 16
"""Bytes: enough that no two passages have the same by chance."""


@dataclass(frozen=True, slots=True)
class Records:
    """JSON texts, one behind the other."""

    text: Text
    """All of them."""
    starts: NDArray[np.int64]
    """Where each begins, and the end of the last."""

    def of(self, number: int) -> bytes:
        """Return one of them."""
        return self.text.read(self.starts.item(number), self.starts.item(number + 1))

    def everything(self) -> bytes:
        """Return all of them."""
        return self.text.read(0, self.starts.item(-1))


@dataclass(frozen=True, slots=True)
class Stored:
    """Passages as they lie in a snapshot."""

    sections: Records
    """Each different section."""
    passages: Records
    """The passages without their sections."""
    section_of: NDArray[np.int32]
    """By passage: the number of its section among these."""
    digests: NDArray[np.uint8]
    """By passage: the digest of what it and its section say, DIGEST bytes."""
    listed: Records
    """Each page as it is listed, in the order of their first passages."""


class StoredPassages(Sequence[Passage]):
    """Passages that are read one by one."""

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        self._section = lru_cache(KEPT)(self._read_section)
        self._passage = lru_cache(KEPT)(self._read_passage)

    def __len__(self) -> int:
        return len(self.stored.section_of)

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, at: int | slice) -> Passage | tuple[Passage, ...]:
        numbers = range(len(self))[at]
        if isinstance(numbers, int):
            return self._passage(numbers)
        return tuple(self._passage(number) for number in numbers)

    def __iter__(self) -> Iterator[Passage]:
        return (self._passage(number) for number in range(len(self)))

    def hold(self, numbers: Sequence[int], passages: Sequence[Passage]) -> bool:
        """Return whether the passages with these numbers say what these do; none is read for it."""
        digests = _digests(passages)
        return all(
            self.stored.digests[number].tobytes() == digest
            for number, digest in zip(numbers, digests, strict=True)
        )

    def listed(self, page: int) -> Listed:
        """Return the page with this number as it is listed."""
        return decode_listed(self.stored.listed.of(page))

    def section(self, number: int, page: NDArray[np.int64]) -> Section:
        """Return one of a page's sections by its place; `page` has the page's passages."""
        return self._section(np.unique(self.stored.section_of[page]).item(number))

    def _read_section(self, number: int) -> Section:
        return decode_section(self.stored.sections.of(number))

    def _read_passage(self, number: int) -> Passage:
        section = self._section(int(self.stored.section_of[number]))
        return decode_passage(self.stored.passages.of(number)).of(section)


def store(passages: Sequence[Passage]) -> Stored:
    """Return the passages as they lie in a snapshot, each section once."""
    if isinstance(passages, StoredPassages):
        return passages.stored
    sections: dict[int, tuple[int, bytes, bytes]] = {}
    section_of, texts, digests = [], [], []
    for passage in passages:
        # By identity: the passages hold their sections, and comparing would read every block.
        key = id(passage.section)
        if key not in sections:
            searched, rest = encode_section(passage.section)
            sections[key] = (len(sections), searched, rest)
        number, searched, _ = sections[key]
        text = encode_passage(passage)
        section_of.append(number)
        texts.append(text)
        digests.append(_digest(searched, text))
    return Stored(
        _records([searched + rest for _, searched, rest in sections.values()]),
        _records(texts),
        np.array(section_of, np.int32),
        np.frombuffer(b"".join(digests), np.uint8).reshape(-1, DIGEST),
        _records([encode_listed(page) for page in list_pages(each.section for each in passages)]),
    )


def _records(texts: Sequence[bytes]) -> Records:
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) for text in texts], out=starts[1:])
    return Records(TextInMemory(b"".join(texts)), starts)


def _digests(passages: Sequence[Passage]) -> Iterator[bytes]:
    section, text = None, b""
    for passage in passages:
        if passage.section is not section:
            section = passage.section
            text, _ = encode_section(section)
        yield _digest(text, encode_passage(passage))


def _digest(section: bytes, passage: bytes) -> bytes:
    return blake2b(section + b"\n" + passage, digest_size=DIGEST).digest()
