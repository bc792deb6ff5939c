"""What a Git host tells of a repository, read from its answers."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.source.fetch.forge import Forge
from index.source.fetch.received import Answer

_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class ToldCommit:
    """A commit as the host tells it."""

    identity: str
    """Its whole id."""
    made: datetime | None
    """When it was committed, with a time zone; None where that cannot be read."""
    validator: str
    """What the host gave to ask with whether it is still the newest; empty for nothing."""


def told_commit(answer: Answer, forge: Forge) -> ToldCommit | None:
    """Return the newest commit, None where there is none.

    Raises:
        ValueError: when the answer is no list of commits.
    """
    commits = _read(answer)
    if commits == []:
        return None
    newest = commits[0] if isinstance(commits, list) else None
    identity = _inner(newest, (forge.identity,))
    if not _COMMIT.fullmatch(identity):
        raise ValueError(identity)
    made = _time(_inner(newest, forge.date))
    return ToldCommit(identity, made, answer.headers.get("etag", ""))


def told_repository(answer: Answer) -> Mapping[str, object]:
    """Return what a host tells of a repository.

    Raises:
        ValueError: when the answer is no object.
    """
    facts = _read(answer)
    if not isinstance(facts, dict):
        raise ValueError(type(facts))  # noqa: TRY004 - what the host sent, not what was passed
    return facts


def default_branch(facts: Mapping[str, object]) -> str:
    """Return the branch that a host shows first, '' where it names none."""
    name = facts.get("default_branch")
    return name if isinstance(name, str) else ""


def is_empty(facts: Mapping[str, object]) -> bool:
    """Tell whether a repository has no commits: on Gitea `empty`, on GitLab `empty_repo`."""
    return bool(facts.get("empty") or facts.get("empty_repo") or not default_branch(facts))


def _read(answer: Answer) -> object:
    try:
        found: object = json.loads(answer.body)
    except RecursionError as error:
        raise ValueError from error
    return found


def _inner(value: object, names: tuple[str, ...]) -> str:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _time(said: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
