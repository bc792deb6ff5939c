"""How git is run: it reads, and nothing that a repository says can make it do anything else."""

import os
import subprocess
import threading
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

SECONDS: Final = 5.0
"""Reading a name or a list of files takes milliseconds: more is a disk that does not answer."""

HISTORY_SECONDS: Final = 10.0
"""How long an answer may wait for the history; what is not read by then is unknown."""

LINE_BYTES: Final = 64 * 1024
"""Of a longer line only the beginning is kept: none of git's own is as long."""

_SAFELY: Final = (
    "--no-pager",
    "--no-replace-objects",
    # Programs that a repository's own settings may name.
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.attributesFile=/dev/null"),
    *("-c", "diff.external="),
    *("-c", "log.showSignature=false"),
    # A handbook that is mounted into a container belongs to somebody else. Git refuses those
    # because of the programs that their settings may name, of which none is run here.
    *("-c", "safe.directory=*"),
    *("-c", "core.quotePath=false"),
)

_SURROUNDINGS: Final[Mapping[str, str]] = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # A partial clone fetches what it lacks, by a program that it names: no way is allowed.
    "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
}


def git_command(folder: Path, *arguments: str) -> list[str]:
    """Return the command that runs git in a folder."""
    return ["git", "-C", str(folder), *_SAFELY, *arguments]


def git_environment() -> dict[str, str]:
    """Return this process's environment without what steers git from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **_SURROUNDINGS}


def git_output(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git prints, None where it cannot: no git, no repository, no such thing in it."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; see _SAFELY
            git_command(folder, *arguments),
            env=git_environment(),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def git_text(folder: Path, *arguments: str) -> str:
    """Return the lines that git prints as text, '' where it cannot."""
    return os.fsdecode(git_output(folder, *arguments) or b"").strip("\n")


@contextmanager
def git_lines(folder: Path, *arguments: str) -> Generator[Iterator[bytes]]:
    """Give the lines that git prints as it prints them; they end when the time is over.

    Git is stopped where the reader leaves off.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell; see _SAFELY
            git_command(folder, *arguments),
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        yield iter(())
        return
    with process:
        timer = threading.Timer(HISTORY_SECONDS, process.kill)
        timer.start()
        try:
            yield _lines(process.stdout) if process.stdout else iter(())
        finally:
            timer.cancel()
            process.kill()


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LINE_BYTES):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)
