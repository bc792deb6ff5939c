"""The command `handbook` as a process of its own, in a folder and an environment of its own."""

import atexit
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final
from uuid import uuid4

HANDBOOK: Final = Path(sysconfig.get_path("scripts")) / "handbook"
SECONDS: Final = 60.0
STOP_SECONDS: Final = 10.0


@cache
def own_environment() -> Mapping[str, str]:
    """Return all that a command gets of this computer's environment.

    The cache is one that the commands of the tests share, and nobody else has.
    """
    folder = tempfile.mkdtemp(prefix="handbook-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "HANDBOOK_CACHE": folder}


def _environment(env: Mapping[str, str]) -> dict[str, str]:
    """Return the same with `env`, and a store that remembers nothing of another test."""
    own = own_environment()
    store = f"sqlite:///{own['HANDBOOK_CACHE']}/{uuid4().hex}.db"
    return {**own, "HANDBOOK_STORE": store, **env}


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    """Its exit code."""
    out: str
    """What it answered."""
    err: str
    """What else it said."""

    @property
    def lines(self) -> list[str]:
        """What it answered, line by line."""
        return self.out.splitlines()


def run(
    folder: Path,
    *arguments: str,
    given: bytes = b"",
    seconds: float = SECONDS,
    env: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """Run a command to its end; `env` is added to the little that it gets of the environment."""
    done = subprocess.run(  # noqa: S603 - our own command
        [HANDBOOK, *arguments],
        cwd=folder,
        env=_environment(env),
        input=given,
        capture_output=True,
        timeout=seconds,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode())


@contextmanager
def running(
    folder: Path, *arguments: str, env: Mapping[str, str] = MappingProxyType({})
) -> Iterator[subprocess.Popen[str]]:
    """Run a command beside the test; at the end it is told to stop, so that nothing is left."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [HANDBOOK, *arguments],
        cwd=folder,
        env=_environment(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
