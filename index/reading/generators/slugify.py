"""Slugs as @sindresorhus/slugify makes them, the `slugify` filter of Eleventy.

Eleventy 2 ships version 1 of it, Eleventy 3 version 2; `decamelize` is off in that filter. Which
characters become which letters is data: `slugify.txt`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_SPACES = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What JavaScript calls white space."""

_OTHERS = re.compile("[^a-z0-9]+")
_CONTRACTIONS: Mapping[str, re.Pattern[str]] = {
    "2": re.compile(r"(?<=[a-z0-9])'(?=[ts](?: |$))"),
    "3": re.compile(r"(?<=[a-z0-9])['’](?=[ts](?![a-z0-9]))"),
}
"""Apostrophes that vanish, by version; version 1 makes words end at each of them."""


class _Letters(dict[int, str]):
    """Character to what stands for it; one that is not listed parts words."""

    def __missing__(self, character: int) -> str:
        return "-"


@dataclass(frozen=True, slots=True)
class _Transliteration:
    letters: _Letters
    """For `str.translate`."""
    sequences: Mapping[str, str]
    """What is written as one although it is several characters."""
    sequence: re.Pattern[str]
    """Finds any of these."""


def slugify(version: str) -> Callable[[str], str]:
    """Return the function of this major version of the package: `1`, `2` or `3`."""

    def slug(text: str) -> str:
        known = _transliteration(version)
        text = unicodedata.normalize("NFC", text)
        text = known.sequence.sub(lambda match: known.sequences[match[0]], text)
        text = text.translate(known.letters)
        if version in _CONTRACTIONS:
            text = _CONTRACTIONS[version].sub("", text)
        return _OTHERS.sub("-", text).strip("-")

    return slug


@lru_cache
def _transliteration(version: str) -> _Transliteration:
    letters = _Letters((ord(sign), sign) for sign in "abcdefghijklmnopqrstuvwxyz0123456789'’")
    letters |= {ord(sign): sign.lower() for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    letters |= {ord(sign): " " for sign in _SPACES}
    sequences: dict[str, str] = {}
    file = resources.files("index.reading.generators").joinpath("slugify.txt")
    for line in file.read_text(encoding="utf-8").splitlines():
        versions, _, row = line.partition(" ")
        if line.startswith("#") or version not in versions:
            continue
        result, _, characters = row.partition(":")
        for character in characters.split():
            _add(letters, sequences, character, result.replace("_", " "))
    pattern = re.compile("|".join(map(re.escape, sorted(sequences, key=len, reverse=True))))
    return _Transliteration(letters, sequences, pattern)


def _add(letters: dict[int, str], sequences: dict[str, str], written: str, result: str) -> None:
    """Add one entry of a row: a character, `U+A`, a range `U+A..B` or a sequence `U+A+B`."""
    if not written.startswith("U+"):
        letters[ord(written)] = result
        return
    codes = written.removeprefix("U+")
    if "+" in codes:
        sequences["".join(chr(int(code, 16)) for code in codes.split("+"))] = result
        return
    first, _, last = codes.partition("..")
    letters.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), result))
