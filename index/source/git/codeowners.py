"""CODEOWNERS: who answers for which files, as the Git host reads it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from index.source.git.host import GITEA, GITLAB, Host
from index.source.git.owner_pattern import (
    Pattern,
    gitea_pattern,
    github_pattern,
    gitlab_pattern,
)

PLACES: Final = (
    ".github/CODEOWNERS",
    "CODEOWNERS",
    "docs/CODEOWNERS",
    ".gitlab/CODEOWNERS",
    ".gitea/CODEOWNERS",
    ".forgejo/CODEOWNERS",
)
"""Where the hosts look, each in this order; the first one that is there counts."""

_WORD: Final = re.compile(r"(?:\\.|[^\s\\])+")
_ESCAPED: Final = re.compile(r"\\(.)")
_HEADER: Final = re.compile(r"\^?\[([^\]]+)\](?:\[\d+\])?(.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the file."""

    means: Pattern
    """Which files it means."""
    owners: tuple[str, ...]
    """Who answers for them, as written; none takes owners away."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The whole file."""

    groups: tuple[tuple[Rule, ...], ...]
    """Rules of which the last that fits counts; the owners from all groups answer together."""

    def of(self, path: str) -> str | None:
        """Return who answers for a file, as written; None for nobody."""
        found: dict[str, None] = {}
        for rules in self.groups:
            last = next((rule for rule in reversed(rules) if rule.means(path)), None)
            found.update(dict.fromkeys(last.owners if last else ()))
        return ", ".join(found) or None


def read_codeowners(read: Callable[[str], bytes], host: Host | None) -> Owners:
    """Return the owners of a repository, read as its host does; GitHub's way if none.

    `read` gives what a path below the repository's root holds, nothing for none. Teams, users and
    mail addresses are as written: the repository states them itself.
    """
    text = next((found for place in PLACES if (found := read(place))), b"")
    lines = text.decode("utf-8", "replace").splitlines()
    if host is GITLAB:
        return Owners(_gitlab(lines))
    if host is GITEA:
        # Every line that fits counts there.
        return Owners(tuple((rule,) for rule in _rules(lines, gitea_pattern)))
    return Owners((tuple(_rules(lines, github_pattern)),))


def _rules(lines: Iterable[str], read: Callable[[str], Pattern | None]) -> Iterable[Rule]:
    for line in lines:
        pattern, *owners = _words(line) or [""]
        means = read(pattern)
        if means is not None:
            yield Rule(means, _people(owners))


def _gitlab(lines: Iterable[str]) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules of each section; a section's own owners stand in for a line's."""
    sections: dict[str, list[Rule]] = {}
    left_out: dict[str, list[Rule]] = {}
    name = ""
    standing: tuple[str, ...] = ()
    for line in lines:
        header = _HEADER.match(line.strip())
        if header:
            name, standing = header[1].strip().casefold(), _people(_words(header[2]))
            continue
        pattern, *owners = _words(line) or [""]
        means = gitlab_pattern(pattern.removeprefix("!"))
        if means is None:
            continue
        if pattern.startswith("!"):  # what is left out stays out, whatever follows
            left_out.setdefault(name, []).append(Rule(means, ()))
        else:
            sections.setdefault(name, []).append(Rule(means, _people(owners) or standing))
    return tuple((*rules, *left_out.get(name, ())) for name, rules in sections.items())


def _words(line: str) -> list[str]:
    r"""Return the words of a line before its comment; `\` makes the next sign part of a word."""
    words = takewhile(lambda word: not word.startswith("#"), _WORD.findall(line))
    return [_ESCAPED.sub(r"\1", word) for word in words]


def _people(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if "@" in word)
