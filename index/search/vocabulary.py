"""What depends on the handbook's whole vocabulary: which words come apart, and into what.

An edited page changes a few words; what these change in turn is found from the words themselves.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.search.analysis import Analysis
from index.search.compound import Compounds, grade
from index.search.folding import fold_danish
from index.search.language import Language, is_function_word

MANY = 500
"""When more pieces than this have changed, every word may come apart anew."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that tell something, and what they are parts of."""

    words: Mapping[str, int]
    """How often each stands in the handbook; function words and numbers are left out."""
    compounds: Compounds
    """How words come apart."""
    parts: Mapping[str, int]
    """Terms that are a part of one of the words, with how often they are."""


NO_WORDS = Vocabulary({}, Compounds({}), {})
"""The vocabulary of nothing."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """A vocabulary after some words have come and gone."""

    vocabulary: Vocabulary
    """The vocabulary now."""
    otherwise: frozenset[str]
    """Words of before that now stand under other terms than they did."""


def renew(
    before: Vocabulary, changes: Mapping[str, int], spelled: Iterable[str], analysis: Analysis
) -> Renewed:
    """Return the vocabulary after the words changed in number by `changes`.

    `spelled` has every word that stood somewhere before.
    """
    told = {word: by for word, by in changes.items() if _tells(word)}
    words = added(before.words, told.items())
    by_piece = [(piece, by) for word, by in told.items() for piece in _pieces(word, analysis)]
    counts = added(before.compounds.counts, by_piece)
    compounds = Compounds(counts)
    known = before.compounds.counts
    pieces = dict.fromkeys(piece for piece, _ in by_piece)
    regraded = [one for one in pieces if grade(known.get(one, 0)) != grade(counts.get(one, 0))]
    spelled = tuple(spelled)
    apart = {
        word
        for word in _with_any(regraded, spelled)
        if before.compounds.parts(word) != compounds.parts(word)
    }
    moved = dict.fromkeys((*apart, *told))
    was = (word for word in moved if word in before.words and (word in apart or word not in words))
    now = (word for word in moved if word in words and (word in apart or word not in before.words))
    parts = added(
        before.parts,
        (
            *((term, -1) for word in was for term in _parts(word, before.compounds, analysis)),
            *((term, 1) for word in now for term in _parts(word, compounds, analysis)),
        ),
    )
    turned = before.parts.keys() ^ parts.keys()
    turned_words = (
        (word for word in spelled if analysis.term(word, Language.DANISH) in turned)
        if turned
        else ()
    )
    return Renewed(Vocabulary(words, compounds, parts), frozenset((*apart, *turned_words)))


def added(counts: Mapping[str, int], more: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the counts with these added; what comes to 0 is left out."""
    result = dict(counts)
    for key, by in more:
        result[key] = result.get(key, 0) + by
        if not result[key]:
            del result[key]
    return result


def _tells(word: str) -> bool:
    return not word.isdigit() and not any(is_function_word(word, one) for one in Language)


def _pieces(word: str, analysis: Analysis) -> Iterator[str]:
    """Yield the word and its Danish stem in plain letters: the parts a compound may have."""
    plain, stem = fold_danish(word), analysis.term(word, Language.DANISH)
    yield plain
    if stem != plain and not is_function_word(stem, Language.DANISH):
        yield stem


def _parts(word: str, compounds: Compounds, analysis: Analysis) -> Iterator[str]:
    return (analysis.term(part, Language.DANISH) for part in compounds.parts(word))


def _with_any(pieces: list[str], words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that have one of the pieces in them."""
    if not pieces:
        return
    if len(pieces) > MANY:
        yield from words
        return
    plain = "\n".join(("", *map(fold_danish, words), ""))
    ends = [place for place, letter in enumerate(plain) if letter == "\n"]
    found = {bisect(ends, place) - 1 for piece in pieces for place in _occurrences(piece, plain)}
    yield from (words[number] for number in sorted(found))


def _occurrences(piece: str, text: str) -> Iterator[int]:
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)
