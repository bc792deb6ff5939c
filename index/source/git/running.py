"""A run of git that may take long: watched while it runs, and stopped as a whole."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

WATCH_SECONDS: Final = 0.1
"""How often a run is looked after: what goes on longer than it may is seen to within this."""

_CHUNK_BYTES: Final = 64 * 1024
_COMPLAINT_BYTES: Final = 16 * 1024
"""What is kept of what git says; its reason to stop comes last."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that came to its end by itself."""

    code: int
    """What it ended with, 0 for success."""
    complaint: str
    """The last of what it said on its way: progress, warnings, its reason to stop."""


def run_git(
    command: Sequence[str],
    environment: Mapping[str, str],
    take: Callable[[bytes], object],
    watch: Callable[[], object],
) -> Ended:
    """Run git until it ends; `take` gets what it prints, `watch` is called now and then.

    Git starts programs of its own; all of them are stopped where `take` or `watch` raises.
    Should this process be killed, they end by themselves: at the next word on progress, which
    nobody hears any more, or with the host's silence.

    Raises:
        OSError: when git cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603 - no shell; see git_command
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with process:
        try:
            complaint = _attend(process, take, watch)
            return Ended(_code(process, watch), complaint)
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)


def _attend(
    process: subprocess.Popen[bytes], take: Callable[[bytes], object], watch: Callable[[], object]
) -> str:
    """Read what git prints and says until it has closed both, and return what it said last."""
    said = bytearray()

    def hear(chunk: bytes) -> None:
        said.extend(chunk)
        del said[:-_COMPLAINT_BYTES]

    watched = time.monotonic()
    with selectors.DefaultSelector() as open_streams:
        for stream, hearer in ((process.stdout, take), (process.stderr, hear)):
            if stream:
                open_streams.register(stream, selectors.EVENT_READ, hearer)
        while open_streams.get_map():
            for key, _ in open_streams.select(WATCH_SECONDS):
                chunk = os.read(key.fd, _CHUNK_BYTES)
                if chunk:
                    key.data(chunk)
                else:
                    open_streams.unregister(key.fileobj)
            if time.monotonic() - watched >= WATCH_SECONDS:
                watch()
                watched = time.monotonic()
    return said.decode("utf-8", "replace")


def _code(process: subprocess.Popen[bytes], watch: Callable[[], object]) -> int:
    while True:
        try:
            return process.wait(WATCH_SECONDS)
        except subprocess.TimeoutExpired:
            watch()
