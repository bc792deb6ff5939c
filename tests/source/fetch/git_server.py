"""A real Git host on this computer: git's own server behind HTTP, which may fail on purpose."""

import os
import ssl
import subprocess
import threading
from base64 import b64encode
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

_HEADERS: Final = {
    "Content-Type": "CONTENT_TYPE",
    "Content-Length": "CONTENT_LENGTH",
    "Content-Encoding": "HTTP_CONTENT_ENCODING",
    "Git-Protocol": "GIT_PROTOCOL",
}
"""What git's server, a CGI program, wants to know: https://git-scm.com/docs/git-http-backend"""


@dataclass(slots=True)
class Reply:
    """What is answered."""

    status: int
    headers: dict[str, str]
    body: bytes
    sent: int | None = None
    """How much of the body is sent before the connection is closed; None for all."""
    pause: int | None = None
    """After how much of the body nothing more comes; None for never."""


Fault = Callable[[str, Reply], Reply]
"""Makes of what was asked, and the right answer, another one."""


def faultless(asked: str, reply: Reply) -> Reply:
    """Answer as git does."""
    del asked
    return reply


@dataclass(slots=True)
class GitServer:
    """The host: repositories below a folder, and what was asked of it."""

    folder: Path
    address: str
    fault: Fault = faultless
    password: str = ""
    """What must be given with any name; empty for a public host."""
    asked: list[str] = field(default_factory=list)
    """Method, path and query of each request."""
    authorisations: list[str] = field(default_factory=list)
    """The header of each request that had one."""
    paused: threading.Event = field(default_factory=threading.Event)
    """Set when an answer has come to its pause."""
    released: threading.Event = field(default_factory=threading.Event)
    """Ends all pauses."""

    def url(self, name: str) -> str:
        """Return the address of a repository."""
        return f"{self.address}/{name}"


@contextmanager
def serving(folder: Path, tls: tuple[Path, Path] | None = None) -> Generator[GitServer]:
    """Serve the repositories below a folder until left; `tls` is a certificate and its key."""
    with _Http(("127.0.0.1", 0), _Handler) as http:
        port = http.server_address[1]
        http.git = GitServer(folder, f"http://127.0.0.1:{port}")
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            http.socket = context.wrap_socket(http.socket, server_side=True)
            http.git.address = f"https://localhost:{port}"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield http.git
        finally:
            http.git.released.set()
            http.shutdown()
            thread.join()


class _Http(ThreadingHTTPServer):
    git: GitServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that was killed."""


class _Handler(BaseHTTPRequestHandler):
    server: _Http

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def do_POST(self) -> None:
        """Answer."""
        self._answer()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _answer(self) -> None:
        git = self.server.git
        asked = f"{self.command} {self.path}"
        git.asked.append(asked)
        given = self.headers.get("Authorization", "")
        if given:
            git.authorisations.append(given)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        reply = git.fault(asked, self._right(given, body))
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if reply.pause is not None:
            self.wfile.write(reply.body[: reply.pause])
            git.paused.set()
            git.released.wait()
        self.wfile.write(reply.body[reply.pause or 0 : reply.sent])

    def _right(self, given: str, body: bytes) -> Reply:
        password = self.server.git.password
        if password:
            user = f"x-access-token:{password}"
            if given != f"Basic {b64encode(user.encode()).decode()}":
                return Reply(401, {"WWW-Authenticate": 'Basic realm="git"'}, b"")
        return _cgi(self.server.git.folder, self, body)


def _cgi(folder: Path, request: BaseHTTPRequestHandler, body: bytes) -> Reply:
    """Let git's own server answer."""
    path, _, query = request.path.partition("?")
    told = {variable: request.headers.get(name, "") for name, variable in _HEADERS.items()}
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "http-backend"],  # noqa: S607 - git is where PATH says
        env={
            **{name: value for name, value in told.items() if value},
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PROJECT_ROOT": str(folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": request.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REMOTE_ADDR": "127.0.0.1",
        },
        input=body,
        capture_output=True,
        check=False,
    )
    head, _, answer = done.stdout.partition(b"\r\n\r\n")
    lines = (line.partition(": ") for line in head.decode().splitlines())
    headers = {name: value for name, _, value in lines}
    status = int(headers.pop("Status", "200").partition(" ")[0])
    return Reply(status, headers, answer)
