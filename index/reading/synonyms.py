"""A handbook's own synonyms, from the file that its editors keep at its root.

`synonyms.yml` is a list of groups, each a list of words or one line with commas, or a mapping of a
word to what else it is called. Words and expressions of a group stand for each other.
"""

from collections.abc import Iterator, Mapping

import yaml

from index.source.document import Notice, NoticeKind, Source
from index.source.settings_files import SYNONYM_FILES

Group = tuple[str, ...]
"""Words and expressions that stand for each other."""


class _NoGroupError(ValueError):
    """An entry that is neither words nor a list of words."""


def read_synonyms(source: Source) -> tuple[tuple[Group, ...], tuple[Notice, ...]]:
    """Return the groups of all synonym files, and which files could not be read."""
    groups: list[Group] = []
    notices: list[Notice] = []
    for file in SYNONYM_FILES:
        try:
            loaded = yaml.safe_load(source.configuration.get(file, ""))
            groups.extend(group for group in _groups(loaded) if len(group) > 1)
        except (yaml.YAMLError, _NoGroupError) as error:
            mark = getattr(error, "problem_mark", None)
            line = str(mark.line + 1) if mark else str(error)
            notices.append(Notice(file, NoticeKind.BROKEN_SYNONYMS, line))
    return tuple(groups), tuple(notices)


def _groups(loaded: object) -> Iterator[Group]:
    match loaded:
        case None:
            return
        case list():
            for entry in loaded:
                yield _words(entry)
        case Mapping():
            for word, others in loaded.items():
                yield tuple(dict.fromkeys((*_words(word), *_words(others))))
        case _:
            raise _NoGroupError(str(loaded))


def _words(entry: object) -> Group:
    match entry:
        case str() | int():
            parts = str(entry).split(",")
        case list() if all(isinstance(one, str | int) for one in entry):
            parts = [str(one) for one in entry]
        case _:
            raise _NoGroupError(str(entry))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
