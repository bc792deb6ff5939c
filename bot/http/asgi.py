"""HTTP as applications in Python have it; ASGI, https://asgi.readthedocs.io/en/latest/specs/www.html."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

Scope = Mapping[str, Any]
"""A request without its body; made by uvicorn."""

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
"""Gives the body, part by part."""

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Takes the answer, part by part."""

Asgi = Callable[[Any, Any, Any], Awaitable[None]]
"""An application: scope, receive, send. Libraries name these types each in their own way."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int
    """Its HTTP status."""
    body: bytes = b""
    """What it says."""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    """Its headers without the length; names in lower case."""


async def reply(send: Send, answer: Reply) -> None:
    """Send a whole answer."""
    length = (b"content-length", str(len(answer.body)).encode())
    headers = [*answer.headers, length]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
