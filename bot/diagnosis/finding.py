"""What a check found: how bad it is, and what is to be said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.wording.catalogue import Words
from bot.wording.sentence import Sentence, sentence


class Subject(StrEnum):
    """What is checked, in the order in which it is told; part of the JSON others read."""

    HANDBOOK = "handbook"
    """Whether it can be had, and which revision answers."""
    SITE = "site"
    """Where links lead."""
    CACHE = "cache"
    """What is kept on this computer."""
    STORE = "store"
    """What has to survive a restart."""
    SLACK = "slack"
    """Tokens and scopes."""
    MODEL = "model"
    """The optional embedding model."""


class Level(StrEnum):
    """How bad it is, the best first; part of the JSON that others read."""

    OK = "ok"
    """As it should be."""
    WARNING = "warning"
    """Worth knowing; the bot does its work."""
    WRONG = "wrong"
    """Somebody has to do something."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    level: Level
    """How bad it is."""
    sentences: tuple[Sentence, ...]
    """The fact first, then what else belongs to it; at least one."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentences are filled with, all together."""
        return {name: fact for each in self.sentences for name, fact in each.facts.items()}

    def said(self, words: Words) -> str:
        """Return it in the language of `words`."""
        return " ".join(each.said(words) for each in self.sentences)


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding and what it is about."""

    subject: Subject
    """What was checked."""
    finding: Finding
    """What was found."""


def well(key: str, **facts: object) -> Finding:
    """Return that something is as it should be, said by the sentence `key`."""
    return Finding(Level.OK, (sentence(key, **facts),))


def warning(key: str, **facts: object) -> Finding:
    """Return that something is worth knowing, said by the sentence `key`."""
    return Finding(Level.WARNING, (sentence(key, **facts),))


def wrong(key: str, **facts: object) -> Finding:
    """Return that something is wrong, said by the sentence `key`."""
    return Finding(Level.WRONG, (sentence(key, **facts),))


def worst(findings: Iterable[Finding]) -> Level:
    """Return the worst level of all, OK where there is none."""
    levels = tuple(Level)
    return max((each.level for each in findings), key=levels.index, default=Level.OK)
