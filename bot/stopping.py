"""One way to end: a signal cancels the work, and the work cleans up behind itself."""

import asyncio
import signal
from collections.abc import Coroutine

STOPS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a supervisor sends."""

CLOSED_WINDOW = tuple(getattr(signal, name) for name in ("SIGHUP",) if hasattr(signal, name))
"""What a process gets when its terminal goes; a service that was told to survive that must not."""


async def until_stopped(
    work: Coroutine[None, None, None], signals: tuple[signal.Signals, ...] = STOPS
) -> None:
    """Run `work` until it ends or one of `signals` comes; a second one does not hurry it."""
    task = asyncio.ensure_future(work)
    told: set[int] = set()

    def stop(number: int) -> None:
        if not told:
            told.add(number)
            task.cancel()

    for number in signals:
        asyncio.get_running_loop().add_signal_handler(number, stop, number)
    try:
        await task
    except asyncio.CancelledError:
        if not told:
            raise
