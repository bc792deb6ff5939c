"""`handbook try` as a process of its own, and its local Slack to be driven."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from bot.problem import ProblemError
from bot.slack.local.program import program
from tests.terminal.command import running

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True, slots=True)
class Trial:
    """A running `handbook try`."""

    address: str
    """Where its Slack is."""
    process: subprocess.Popen[str]
    """The command."""


def need_local_slack() -> None:
    """Leave the test out where the local Slack is not installed."""
    try:
        program()
    except ProblemError as missing:
        pytest.skip(f"the local Slack is not installed at {missing.facts['path']}")


@contextmanager
def trying(
    folder: Path, *arguments: str, env: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Trial]:
    """Run `handbook try` on a free port until the end of the block."""
    need_local_slack()
    with running(folder, "try", "--port", "0", *arguments, env=env) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if found := ADDRESS.search(line):
                yield Trial(found[0], process)
                return
        raise AssertionError(process.stderr.read())
