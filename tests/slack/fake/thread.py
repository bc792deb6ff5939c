"""A server in a thread of its own, with a loop of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

PATIENCE_SECONDS = 20.0
SETTLING_SECONDS = 0.01
"""Connections that were closed are gone a moment later; the loop must not end before."""


@contextmanager
def looping() -> Iterator[asyncio.AbstractEventLoop]:
    """Run a loop in a thread until the end of the block."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE_SECONDS)
        loop.close()


async def start(runner: web.AppRunner, host: str) -> None:
    """Open a server on a free port."""
    await runner.setup()
    await web.TCPSite(runner, host, 0).start()


async def stop(runner: web.AppRunner) -> None:
    """Close a server, with all that its loop still does."""
    await runner.cleanup()
    # Deliveries that still wait for an answer or for their next time end here.
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    await asyncio.sleep(SETTLING_SECONDS)
