"""`handbook doctor` as a process of its own, and what it told as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.terminal.command import run


@dataclass(frozen=True, slots=True)
class Told:
    """What it told."""

    code: int
    """Its exit code."""
    checks: tuple[Mapping[str, Any], ...]
    """What it found."""
    text: str
    """All that it printed, in which no token may stand."""

    def of(self, subject: str) -> list[tuple[str, str]]:
        """Return level and id of each finding about a subject, in order."""
        return [(one["level"], one["id"]) for one in self.checks if one["subject"] == subject]

    def one(self, name: str) -> Mapping[str, Any]:
        """Return the one finding of this id."""
        (found,) = [check for check in self.checks if check["id"] == name]
        return found


def doctor(folder: Path, *arguments: str, env: Mapping[str, str] = MappingProxyType({})) -> Told:
    """Let it look at a handbook, with a cache of the test's own, and hold its JSON together."""
    done = run(
        folder, "doctor", "--json", *arguments, env={"HANDBOOK_CACHE": str(folder / "cache"), **env}
    )
    assert "Traceback" not in done.err
    told = json.loads(done.out)
    assert told.keys() == {"well", "checks"}
    assert all(one.keys() == {"subject", "level", "id", "said", "facts"} for one in told["checks"])
    is_wrong = any(one["level"] == "wrong" for one in told["checks"])
    assert (told["well"], done.code) == (not is_wrong, int(is_wrong))
    return Told(done.code, tuple(told["checks"]), done.out + done.err)
