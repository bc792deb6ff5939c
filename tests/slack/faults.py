"""What can go wrong with a call to Slack: refused, failed, garbled, cut off, put off."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from tests.slack.fake_slack import LOOPBACK, Answering

GATEWAY_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"


def refuses(reason: str) -> Answering:
    """Answer as Slack does when it does not take a call."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": reason})

    return answer


def fails(status: int, *, content_type: str = "text/html") -> Answering:
    """Answer as what stands in front of Slack does when Slack is away."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=GATEWAY_PAGE, content_type=content_type)

    return answer


def puts_off(seconds: int) -> Answering:
    """Answer that there were too many calls."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})

    return answer


def is_garbled() -> Answering:
    """Answer with half of a JSON object."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(text='{"ok": tr', content_type="application/json")

    return answer


def is_nonsense() -> Answering:
    """Answer with JSON that is no object."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(["ok"])

    return answer


def hangs_up() -> Answering:
    """Close the connection instead of answering."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    return answer


@contextmanager
def nobody_there() -> Iterator[str]:
    """Give an address at which every connection is refused."""
    with socket.socket() as taken:
        # Bound and not listened to: nobody else can get the port while the test runs.
        taken.bind((LOOPBACK, 0))
        yield f"http://{LOOPBACK}:{taken.getsockname()[1]}"
