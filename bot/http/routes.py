"""Which path leads where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.http.asgi import Asgi, Receive, Reply, Scope, Send, reply

READING: Final = ("GET", "HEAD")
"""Methods that only look."""

WRITING: Final = ("POST",)
"""The method that tells something."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a path leads."""

    methods: tuple[str, ...]
    """What may be done there."""
    application: Asgi
    """What answers."""


def routed(routes: Mapping[str, Route]) -> Asgi:
    """Return one application: 404 where no path is, 405 where it takes another method."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        route = routes.get(scope["path"])
        if route is None:
            await reply(send, Reply(404))
        elif scope["method"] not in route.methods:
            allowed = ", ".join(route.methods).encode()
            await reply(send, Reply(405, headers=((b"allow", allowed),)))
        else:
            await route.application(scope, receive, send)

    return application
