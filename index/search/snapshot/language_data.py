"""The thesaurus and the subjects, ready to be asked: reading them from their files takes a second.

Each entry stays JSON until it is asked for; a question asks for a few of many thousands.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from index.search.analysis import Analysis
from index.search.language import Language
from index.search.snapshot.block_codec import NotAPassageError, as_list, as_text, as_texts
from index.search.subject import Subjects
from index.search.thesaurus import Related, Relation, Thesaurus

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Stored:
    """Language data of an index."""

    thesaurus: Thesaurus
    """Which words stand for each other."""
    subjects: Mapping[Language, Subjects]
    """What handbooks call what people describe."""


class Lazy(Mapping[Key, Value]):
    """A mapping from a JSON object of JSON texts, each read when it is asked for."""

    def __init__(
        self,
        texts: Mapping[str, str],
        name: Callable[[Key], str],
        key: Callable[[str], Key],
        value: Callable[[object], Value],
    ) -> None:
        """Take the texts, what a key is called there and back, and what a text stands for."""
        self.texts, self._name, self._key, self._value = texts, name, key, value

    def __getitem__(self, key: Key) -> Value:
        return self._value(json.loads(self.texts[self._name(key)]))

    def __iter__(self) -> Iterator[Key]:
        return map(self._key, self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def encode_data(stored: Stored) -> object:
    """Return the language data as what JSON can hold."""
    thesaurus = stored.thesaurus
    return {
        "entries": _texts(thesaurus.entries, _entry_name, _listed),
        "expressions": _texts(thesaurus.expressions, _expression_name, _same),
        "subjects": {
            language: {
                "names": _dumped(subjects.names),
                "spoken": _texts(subjects.spoken, str, _same),
            }
            for language, subjects in stored.subjects.items()
        },
    }


def _texts(
    mapping: Mapping[Key, Value], name: Callable[[Key], str], plain: Callable[[Value], object]
) -> Mapping[str, str]:
    """Return each entry as JSON; one that came from a snapshot is JSON already."""
    if isinstance(mapping, Lazy):
        return mapping.texts
    return {name(key): _dumped(plain(value)) for key, value in mapping.items()}


def _listed(related: tuple[Related, ...]) -> object:
    return [[one.words, one.language, one.relation] for one in related]


def _same(value: object) -> object:
    return value


def decode_data(value: object, analysis: Analysis) -> Stored:
    """Return the language data.

    Raises:
        ValueError: when the value is none.
    """
    match value:
        case {"entries": dict(entries), "expressions": dict(expressions), "subjects": dict(all_)}:
            thesaurus = Thesaurus(
                Lazy(entries, _entry_name, _entry_key, _related),
                Lazy(expressions, _expression_name, _expression_key, _expressions),
                analysis,
            )
            subjects = {
                Language(one): _subjects(all_[one], Language(one), analysis) for one in all_
            }
            return Stored(thesaurus, subjects)
        case _:
            raise NotAPassageError(value)


def _subjects(value: object, language: Language, analysis: Analysis) -> Subjects:
    match value:
        case {"names": str(names), "spoken": dict(spoken)}:
            every = tuple(
                tuple(as_texts(name) for name in as_list(one)) for one in json.loads(names)
            )
            return Subjects(every, Lazy(spoken, str, str, _numbers), language, analysis)
        case _:
            raise NotAPassageError(value)


_Entry = tuple[Language, tuple[str, ...]]
_Stem = tuple[Language, str]


def _entry_name(key: _Entry) -> str:
    return " ".join((key[0], *key[1]))


def _entry_key(name: str) -> _Entry:
    language, *stems = name.split(" ")
    return Language(language), tuple(stems)


def _expression_name(key: _Stem) -> str:
    return f"{key[0]} {key[1]}"


def _expression_key(name: str) -> _Stem:
    language, stem = name.split(" ", 1)
    return Language(language), stem


def _related(value: object) -> tuple[Related, ...]:
    return tuple(_one_related(one) for one in as_list(value))


def _one_related(value: object) -> Related:
    match value:
        case [list(words), str(language), str(relation)]:
            return Related(as_texts(words), Language(language), Relation(relation))
        case _:
            raise NotAPassageError(value)


def _expressions(value: object) -> tuple[tuple[str, ...], ...]:
    return tuple(as_texts(one) for one in as_list(value))


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(int(as_text(str(one))) for one in as_list(value))


def _dumped(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
