"""A Git host of our own on loopback: GitHub's, GitLab's and Gitea's API over the same files.

    with FakeHost() as host:
        host.commit({"docs/a.md": "# A"}, day="2026-03-01")
        host.fault = CutOff(on="archive", times=1)

`host.url` is GitHub's API for `https://github.com/os2/handbook` and the like (give it as the
address of the API), and the site itself for `github+{host.page()}`, `gitlab+…` and `gitea+…`.
`host.files` are served at their paths, for archives. An archive of the test's own takes the place
of a commit's with `host.repository().archives[commit] = packed`.
"""

import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from tests.source.fetch.fake_api import answer
from tests.source.fetch.fake_repository import BRANCH, FakeRepository
from tests.source.fetch.fault import Fault
from tests.source.fetch.reply import Reply, refused
from tests.source.fetch.server import serve

PROJECT = "os2/handbook"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came."""

    kind: str
    """What it asked for; see `Reply`."""
    status: int
    """What it was answered with, had no fault spoiled it."""
    target: str
    """Its path and query."""
    headers: Mapping[str, str]
    """Its headers; names in lower case."""


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file at an address of its own."""

    body: bytes
    """What it holds."""
    etag: str = ""
    """Its ETag, with quotes."""
    modified: str = ""
    """Its date, as HTTP writes it."""


class FakeHost:
    """The host; it runs for as long as its context lasts."""

    def __init__(self) -> None:
        self.repositories: dict[str, FakeRepository] = {}
        """Repositories by their names."""
        self.renamed: dict[str, str] = {}
        """Repositories' former names to their new ones."""
        self.files: dict[str, ServedFile] = {}
        """Files by their paths."""
        self.tokens: set[str] = set()
        """Tokens that are known, though they show nothing that is private."""
        self.fault: Fault | None = None
        """What goes wrong just now."""
        self.etags = True
        """Whether answers have an ETag and may be "not modified"."""
        self.allowance: int | None = None
        """How many requests are left until the limit ends; None for no limit."""
        self.limit_seconds = 3600
        """How long the limit lasts from now."""
        self.free_if_unchanged = False
        """Whether "not modified" costs nothing, as GitHub has it for those with a token."""
        self.store = ""
        """Where GitHub's archives are sent on to; empty for this host."""
        self.asked: list[Asked] = []
        """Every request that came."""
        self.lock = threading.Lock()
        """Held while a request is judged."""
        self.closing = threading.Event()
        """Set once the host stops."""
        self._server = serve(self.reply, self.closing)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where it listens on loopback."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Its address."""
        scheme = "https" if isinstance(self._server.socket, ssl.SSLSocket) else "http"
        return f"{scheme}://127.0.0.1:{self.port}"

    def speak_tls(self, context: ssl.SSLContext) -> None:
        """Answer over TLS from now on."""
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )

    def page(self, project: str = PROJECT) -> str:
        """Return a repository's address in a browser."""
        return f"{self.url}/{project}"

    def repository(self, project: str = PROJECT) -> FakeRepository:
        """Return a repository, a new and empty one where there is none of that name."""
        return self.repositories.setdefault(project, FakeRepository(project))

    def commit(
        self,
        files: Mapping[str, str | None],
        *,
        day: str = "2026-01-01",
        branch: str = BRANCH,
        project: str = PROJECT,
    ) -> str:
        """Commit changed files (None takes one away) on a day at noon; return the commit's id."""
        with self.lock:
            return self.repository(project).commit(files, day, branch)

    def rename(self, before: str, now: str) -> None:
        """Give a repository another name; those who know the former are sent on."""
        with self.lock:
            self.repositories[now] = replace(self.repositories.pop(before), project=now)
            self.renamed[before] = now

    def counts(self) -> dict[str, int]:
        """Return how many requests came, by kind; `304` for those that were not modified."""
        found: dict[str, int] = {}
        for asked in self.asked:
            name = "304" if asked.status == 304 else asked.kind
            found[name] = found.get(name, 0) + 1
        return found

    def reply(self, target: str, headers: Mapping[str, str]) -> tuple[Reply, Fault | None]:
        """Return the answer to a request, and what spoils it."""
        with self.lock:
            reply = self._limited(self._conditional(self._found(target, headers), headers))
            self.asked.append(Asked(reply.kind, reply.status, target, headers))
            return reply, self._fault_of(reply)

    def _found(self, target: str, headers: Mapping[str, str]) -> Reply:
        served = self.files.get(target.partition("?")[0])
        if served is not None:
            marks = {"ETag": served.etag, "Last-Modified": served.modified}
            return Reply("file", 200, served.body, {k: v for k, v in marks.items() if v})
        authorization = headers.get("authorization", "")
        store = self.store or self.url
        found = answer(self.repositories, self.renamed, self.tokens, target, authorization, store)
        return found or refused("page", 404, "Not Found")

    def _conditional(self, reply: Reply, headers: Mapping[str, str]) -> Reply:
        if not self.etags:
            kept = {k: v for k, v in reply.headers.items() if k not in ("ETag", "Last-Modified")}
            return replace(reply, headers=kept)
        etag, modified = reply.headers.get("ETag"), reply.headers.get("Last-Modified")
        same = etag and headers.get("if-none-match") == etag
        if same or (modified and headers.get("if-modified-since") == modified):
            return replace(reply, status=304, body=b"")
        return reply

    def _limited(self, reply: Reply) -> Reply:
        if self.allowance is None or reply.kind in ("file", "page"):
            return reply
        if self.allowance == 0:
            reply = refused(reply.kind, 403, "API rate limit exceeded")
        elif not (self.free_if_unchanged and reply.status == 304):
            self.allowance -= 1
        reset = str(int(time.time()) + self.limit_seconds)
        limits = {"X-RateLimit-Remaining": str(self.allowance), "X-RateLimit-Reset": reset}
        return replace(reply, headers={**reply.headers, **limits})

    def _fault_of(self, reply: Reply) -> Fault | None:
        fault = self.fault
        if fault is None or fault.on not in ("", reply.kind):
            return None
        if fault.times is not None:
            left = fault.times - 1
            self.fault = replace(fault, times=left) if left else None
        return fault
