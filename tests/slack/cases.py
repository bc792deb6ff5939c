"""Messages kept as data files, one a file.

`{"repeat": "a", "times": 3001}` stands for the text that many times; between the items of a list
it stands for that many items. A file a person can read shows what is wrong with it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One outgoing request and what is to be said of it."""

    name: str
    """The file's name."""

    sentence: str
    """What is wrong with it, or what a valid one shows."""

    reason: str
    """A part of what the validator must say; empty for a valid one."""

    method: str
    """The Slack method, or `response_url`."""

    payload: Mapping[str, object]
    """The request's decoded body."""


def cases(directory: Path) -> list[Case]:
    """Read every case of a directory, in the order of their names."""
    return [_case(path) for path in sorted(directory.glob("*.json"))]


def _case(path: Path) -> Case:
    data = json.loads(path.read_text())
    return Case(
        name=path.stem,
        sentence=data["sentence"],
        reason=data.get("reason", ""),
        method=data["method"],
        payload={name: _expanded(value) for name, value in data["payload"].items()},
    )


def _expanded(value: object) -> object:
    if isinstance(value, list):
        return [part for item in value for part in _items(item)]
    if not isinstance(value, Mapping):
        return value
    match value:
        case {"repeat": str(text), "times": int(times)}:
            return text * times
        case _:
            return {name: _expanded(part) for name, part in value.items()}


def _items(item: object) -> Iterator[object]:
    match item:
        case {"repeat": Mapping() as repeated, "times": int(times)}:
            yield from (_expanded(repeated) for _ in range(times))
        case _:
            yield _expanded(item)
