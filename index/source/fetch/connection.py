"""Who is at the other end of a connection, looked at before anything is sent to it."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

from index.source.fetch.reach import Reach, is_inside
from index.source.fetch.watch import Watch, connected_socket

Trace = Callable[[str, Mapping[str, object]], None]
"""What httpcore tells of each step."""


class InsideError(Exception):
    """A host that is not configured turned out to be in the house."""


@dataclass(slots=True)
class Connections:
    """The connections of one fetch.

    A companion of a host that is in the house itself may be there too; one of a host outside may
    not, whatever name servers say: that would lead requests to what only this computer can see.
    Behind a proxy the proxy decides, and its own address is no concern.
    """

    reach: Reach
    """Where requests may go."""
    watch: Watch
    """Ends them when the time is over."""
    _in_house: bool = field(default=False, init=False)

    def trace(self, url: httpx.URL) -> Trace:
        """Return what looks at the connections that are made for a request to `url`."""
        target = ""

        def look(event: str, info: Mapping[str, object]) -> None:
            nonlocal target
            if event.endswith(".connect_tcp.started"):
                target = str(info["host"])
            connection = connected_socket(event, info)
            if connection is None:
                return
            self.watch.add(connection)
            if target == url.raw_host.decode("ascii"):
                try:
                    self._check(url, _address(connection))
                except InsideError:
                    connection.close()
                    raise

        return look

    def _check(self, url: httpx.URL, address: str) -> None:
        inside = not address or is_inside(address)
        if self.reach.is_configured(url):
            self._in_house = self._in_house or inside
        elif inside and not self._in_house:
            raise InsideError


def _address(connection: socket.socket) -> str:
    """Return the other end's IP address, '' where it has gone away already."""
    try:
        return str(connection.getpeername()[0])
    except OSError:
        return ""
