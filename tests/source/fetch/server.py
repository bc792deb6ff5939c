"""The HTTP server under the fake host."""

import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.source.fetch.fault import Fault, Wire
from tests.source.fetch.reply import Reply

Answering = Callable[[str, Mapping[str, str]], tuple[Reply, Fault | None]]
"""From a request's path and headers (names in lower case) to its answer and what spoils it."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""


def serve(answering: Answering, closing: threading.Event) -> ThreadingHTTPServer:
    """Return a server on a free port of loopback; `closing` tells faults to end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer."""
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply, fault = answering(self.path, headers)
            wire = Wire(self.wfile, closing)
            if fault is None:
                wire.send(reply)
            else:
                self.close_connection = True
                fault.spoil(wire, reply)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Keep quiet."""

    return _Server(("127.0.0.1", 0), Handler)
