"""The open port: taken first, and stopped by us."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Final

import uvicorn

from bot.http.asgi import Asgi
from bot.problem import ProblemError

GRACE_SECONDS: Final = 5
"""A request that is still being answered, or still arriving, when the bot ends gets so long."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where HTTP is listened for."""

    host: str
    """Address of the interface."""
    port: int
    """Port; 0 takes a free one."""


class _Server(uvicorn.Server):
    """uvicorn, leaving the signals to the bot: there is one way to stop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signal."""
        yield


@contextlib.asynccontextmanager
async def open_door(listening: Listening, application: Asgi) -> AsyncIterator[int]:
    """Answer HTTP until the end; give the port's number.

    Raises:
        ProblemError: when another program has the port.
    """
    taken = _bound(listening)
    config = uvicorn.Config(
        application,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.ensure_future(server.serve(sockets=[taken]))
    try:
        yield taken.getsockname()[1]
    finally:
        server.should_exit = True
        await serving


def _bound(listening: Listening) -> socket.socket:
    """Take the port before anything else is started.

    Raises:
        ProblemError: when another program has it.
    """
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((listening.host, listening.port))
        door.listen()
    except OSError as error:
        door.close()
        raise ProblemError("port-busy", port=str(listening.port), host=listening.host) from error
    return door
