"""The open port of HTTP mode: taken first, stopped by us, and guarded against garbage."""

import contextlib
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import uvicorn

from bot.problem import ProblemError
from bot.wording.catalogue import Words

Asgi = Callable[[Any, Any, Any], Awaitable[None]]
"""An ASGI application: scope, receive, send; made by Bolt, taken by uvicorn."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where HTTP is listened for."""

    host: str
    """Address of the interface."""
    port: int
    """Port; 0 takes a free one."""


class Server(uvicorn.Server):
    """uvicorn, leaving the signals to the bot: one way to stop serves both connections."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signal."""
        yield


def guarded(app: Asgi, words: Words) -> Asgi:
    """Answer 400 to what Bolt cannot read: it reads a body before it knows who sent it."""

    async def door(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
        try:
            await app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - anybody may send anything
            _log.warning(words.say("log-garbage", kind=type(error).__name__))
            await send({"type": "http.response.start", "status": 400, "headers": []})
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    return door


def bound_socket(listening: Listening) -> socket.socket:
    """Take the port before anything else is started.

    Raises:
        ProblemError: when another program has it.
    """
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((listening.host, listening.port))
    except OSError as error:
        door.close()
        raise ProblemError("port-busy", port=str(listening.port), host=listening.host) from error
    return door
