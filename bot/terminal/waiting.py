"""What is under way, for a person who waits for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console

from bot.wording.catalogue import Words
from index.refresh.progress import Report, Step, unreported

PATIENCE_SECONDS: Final = 1.0
"""What takes longer shows that it is under way."""

_MEGABYTE: Final = 1024 * 1024


@contextmanager
def waiting(console: Console, words: Words) -> Iterator[Report]:
    """Give what steps are reported to: a line that changes, when it takes long, for a person."""
    if not console.is_terminal:
        yield unreported
        return
    status = console.status("")
    timer = threading.Timer(PATIENCE_SECONDS, status.start)

    def report(step: Step) -> None:
        status.update(step_sentence(step, words))

    timer.start()
    try:
        yield report
    finally:
        timer.cancel()
        status.stop()


def step_sentence(step: Step, words: Words) -> str:
    """Return what a step is, with how far it is where that is known."""
    done = f"{step.done / _MEGABYTE:.1f}"
    total = f"{step.total / _MEGABYTE:.1f}" if step.total else "?"
    return words.say(
        f"stage-{step.stage}", place=step.place, done=done, total=total, count=step.done
    )
