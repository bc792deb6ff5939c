"""A stretch of network between the store and PostgreSQL that can be cut, stalled and restored."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Final, Self

LOOPBACK: Final = "127.0.0.1"
_CHUNK: Final = 65_536


class Proxy:
    """Passes bytes on, both ways, as long as it is let."""

    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._listening = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listening.getsockname()[1]
        """Where it is connected to."""
        self._flowing = threading.Event()
        self._flowing.set()
        self._open = True
        self._ends: list[socket.socket] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()
        self._flowing.set()

    def cut(self) -> None:
        """Hang up on everybody, and from now on on who calls."""
        self._open = False
        ends, self._ends = self._ends, []
        for end in ends:
            _close(end)

    def stall(self) -> None:
        """Let nothing through, and hang up on nobody."""
        self._flowing.clear()

    def restore(self) -> None:
        """Be as in the beginning; what was held back goes on."""
        self._open = True
        self._flowing.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                if not self._open:
                    _close(near)
                    continue
                far = socket.create_connection(self._target)
                self._ends += [near, far]
                for end in (near, far):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := one.recv(_CHUNK):
                self._flowing.wait()
                other.sendall(chunk)
        _close(one)
        _close(other)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
