"""What is under way, for a person who waits for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console

from bot.wording.catalogue import Words
from index.refresh.progress import Report, Stage, Step, unreported

PATIENCE_SECONDS: Final = 1.0
"""What takes longer shows that it is under way."""

_MEBIBYTE: Final = 1024 * 1024


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
    place, done, total = step.place, step.done, step.total
    match step.stage:
        case Stage.FETCHING if total:
            return words.say(
                "stage-fetching-of", place=place, done=_mebibytes(done), total=_mebibytes(total)
            )
        case Stage.FETCHING:
            return words.say("stage-fetching", place=place, done=_mebibytes(done))
        case Stage.READING if total:
            return words.say("stage-reading-of", place=place, done=done, total=total)
        case Stage.BUILDING:
            return words.say("stage-building", count=done)
        case Stage.WAITING:
            return words.say("stage-waiting")
        case Stage.KEEPING:
            return words.say("stage-keeping")
        case Stage.LOOKING:
            return words.say("stage-looking", place=place)
        case Stage.READING:
            return words.say("stage-reading", place=place)


def _mebibytes(size: int) -> float:
    return round(size / _MEBIBYTE, 1)
