"""What a host may do wrong, on purpose."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedIOBase

from tests.source.fetch.reply import Reply

BLOCK = bytes(1024 * 1024)


@dataclass(frozen=True, slots=True)
class Wire:
    """A connection to a client whose request has been read."""

    out: BufferedIOBase
    """What is written here goes to the client."""
    closing: threading.Event
    """Set once the host stops."""

    def send(self, reply: Reply, length: int | None = None, *, chunked: bool = False) -> None:
        """Send an answer whose headers announce its length, or another one, or chunks."""
        announced = len(reply.body) if length is None else length
        measure = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {announced}"
        lines = [f"HTTP/1.1 {reply.status} x", measure]
        lines += [f"{name}: {value}" for name, value in reply.headers.items()]
        self.out.write("\r\n".join([*lines, "", ""]).encode("latin-1"))
        if reply.status != 304:
            self.out.write(reply.body)


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to go wrong; the connection ends after it."""

    on: str = ""
    """The kind of request that it spoils; empty for every one."""
    times: int | None = None
    """How many requests it spoils; None for all of them."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Answer instead of `reply`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Status(Fault):
    """Another status."""

    code: int = 500
    """The status."""
    headers: tuple[tuple[str, str], ...] = ()
    """Its headers."""
    body: bytes = b'{"message": "no"}'
    """What it says."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Answer with the status."""
        wire.send(Reply(reply.kind, self.code, self.body, dict(self.headers)))


@dataclass(frozen=True, slots=True)
class Says(Fault):
    """Success, with another body."""

    body: bytes = b"<html>Please sign in</html>"
    """What it says."""
    media_type: str = "text/html; charset=utf-8"
    """What it calls that."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Answer with the body."""
        wire.send(Reply(reply.kind, 200, self.body, {"Content-Type": self.media_type}))


@dataclass(frozen=True, slots=True)
class Raw(Fault):
    """Bytes that are sent as they are, which may be no HTTP; nothing for a connection dropped."""

    sent: bytes = b""
    """What is sent."""

    def spoil(self, wire: Wire, reply: Reply) -> None:  # noqa: ARG002 - a fault may forget it
        """Send the bytes."""
        wire.out.write(self.sent)


@dataclass(frozen=True, slots=True)
class SendsOn(Fault):
    """Sends on to an address."""

    location: str = "/"
    """Where to."""
    code: int = 302
    """With which status."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Send on."""
        wire.send(Reply(reply.kind, self.code, b"", {"Location": self.location}))


@dataclass(frozen=True, slots=True)
class CutOff(Fault):
    """Ends in the middle of the body."""

    chunked: bool = False
    """Whether it comes in chunks, so that no length is announced."""
    share: float = 0.5
    """How much of it comes."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Send the beginning."""
        part = reply.body[: int(len(reply.body) * self.share)]
        if self.chunked:
            part = b"%x\r\n%b\r\n" % (len(part), part) if part else b""
        begun = Reply(reply.kind, reply.status, part, reply.headers)
        wire.send(begun, len(reply.body), chunked=self.chunked)


@dataclass(frozen=True, slots=True)
class Announces(Fault):
    """Announces another length than the body has."""

    length: int = 0
    """The length."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Send the whole body behind the wrong length."""
        wire.send(reply, self.length)


@dataclass(frozen=True, slots=True)
class Endless(Fault):
    """Sends zeros for as long as anybody listens."""

    sent: list[int] = field(default_factory=list)
    """How many bytes each request took."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Send zeros."""
        wire.send(Reply(reply.kind, 200), chunked=True)
        block = b"%x\r\n%b\r\n" % (len(BLOCK), BLOCK)
        taken = 0
        try:
            while not wire.closing.is_set():
                wire.out.write(block)
                taken += len(BLOCK)
        finally:
            self.sent.append(taken)


@dataclass(frozen=True, slots=True)
class Trickles(Fault):
    """Sends a byte at a time, for as long as anybody listens."""

    seconds: float = 0.02
    """How long it waits before each."""
    head: bool = False
    """Whether the head of the answer trickles already, so that none ever begins."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Send bytes."""
        if not self.head:
            wire.send(Reply(reply.kind, 200), length=1 << 20)
        for byte in self._bytes():
            if wire.closing.wait(self.seconds):
                return
            wire.out.write(byte)

    def _bytes(self) -> Iterator[bytes]:
        if self.head:
            yield b"HTTP/1.1 200 OK\r\nX-Long: "
        while True:
            yield b"a"


@dataclass(frozen=True, slots=True)
class Silent(Fault):
    """Says nothing until the host stops."""

    begun: bool = False
    """Whether the head of an answer comes first."""

    def spoil(self, wire: Wire, reply: Reply) -> None:
        """Wait."""
        if self.begun:
            wire.send(Reply(reply.kind, 200), length=1 << 20)
        wire.closing.wait()
