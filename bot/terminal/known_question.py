"""Questions with known answers, as `handbook eval` reads them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.problem import ProblemError

_SIGNS = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Known:
    """A question with its known answer."""

    name: str
    """Its id."""
    text: str
    """What was typed."""
    kind: str
    """What sort of question it is."""
    gold: frozenset[tuple[str, str]]
    """Page and plain heading of every section that answers it."""
    must: tuple[str, ...]
    """What an excerpt has to contain to count as an answer."""


def read_questions(file: Path) -> tuple[Known, ...]:
    """Read a JSONL file of questions.

    Raises:
        ProblemError: naming the file and the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemError("questions-unreadable", file=str(file)) from error
    known: list[Known] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                known.append(_known(json.loads(line), number))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise ProblemError("questions-line", file=str(file), line=str(number)) from error
    if not known:
        raise ProblemError("questions-unreadable", file=str(file))
    return tuple(known)


def _known(loaded: Mapping[str, Any], number: int) -> Known:
    gold = frozenset((str(one["page"]), plain(str(one["heading"]))) for one in loaded["gold"])
    return Known(
        str(loaded.get("id", number)),
        str(loaded["q"]),
        str(loaded["kind"]),
        gold,
        tuple(str(must) for must in loaded.get("must", ())),
    )


def plain(heading: str) -> str:
    """Return only letters and digits, in lower case."""
    return _SIGNS.sub("", heading.lower())
