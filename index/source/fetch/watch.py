"""The time that a fetch may take, held over everything: a read may wait, but not begin for ever."""

import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self


class Watch:
    """Ends all connections that it was shown once the time is over.

    A limit for each read, as httpx has it, does not end what trickles: the head of an answer may
    come by a byte at a time. It is used as a context; leaving it ends the watch.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._close)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._end

    @property
    def left(self) -> float:
        """Seconds that are left, never nothing: httpx takes 0 for "do not wait at all"."""
        return max(self._end - time.monotonic(), 0.01)

    def add(self, connection: socket.socket) -> None:
        """Watch over a connection too."""
        with self._lock:
            self._sockets.append(connection)
        if self.is_over:
            self._close()

    def _close(self) -> None:
        with self._lock:
            for connection in self._sockets:
                with suppress(OSError):
                    # Of the plain socket: TLS would take its state from under who is reading.
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)


def connected_socket(event: str, info: Mapping[str, object]) -> socket.socket | None:
    """Return the socket that an event of httpcore's trace brings, None where it brings none.

    Source: https://www.encode.io/httpcore/extensions/#trace
    """
    if not event.endswith((".connect_tcp.complete", ".start_tls.complete")):
        return None
    extra = getattr(info["return_value"], "get_extra_info", None)
    found = extra("socket") if extra else None
    return found if isinstance(found, socket.socket) else None
