"""What can go wrong with a call to Slack: refused, failed, garbled, cut off, put off, slow."""

import asyncio
import json
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from tests.slack.fake_slack import LOOPBACK, Answering, Regular

GATEWAY_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"


def refuses(reason: str) -> Answering:
    """Answer as Slack does when it does not take a call."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": reason})

    return answer


def fails(status: int, *, content_type: str = "text/html") -> Answering:
    """Answer as what stands in front of Slack does when Slack is away."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        return web.Response(status=status, text=GATEWAY_PAGE, content_type=content_type)

    return answer


def is_unwell(status: int, reason: str) -> Answering:
    """Answer as Slack does when it has a trouble of its own."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": reason}, status=status)

    return answer


def puts_off(seconds: int) -> Answering:
    """Answer that there were too many calls."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})

    return answer


def is_garbled() -> Answering:
    """Answer with half of a JSON object."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        return web.Response(text='{"ok": tr', content_type="application/json")

    return answer


def is_nonsense(said: object = ("ok",)) -> Answering:
    """Answer with JSON that is no object."""

    async def answer(_request: web.Request, _regular: Regular) -> web.StreamResponse:
        return web.Response(text=json.dumps(said), content_type="application/json")

    return answer


def hangs_up() -> Answering:
    """Close the connection instead of answering; nothing was done."""

    async def answer(request: web.Request, _regular: Regular) -> web.StreamResponse:
        _reset(request)
        return web.Response()

    return answer


def takes_and(then: Answering) -> Answering:
    """Do what is asked for, and answer as if it had gone wrong."""

    async def answer(request: web.Request, regular: Regular) -> web.StreamResponse:
        regular()
        return await then(request, regular)

    return answer


def is_slow(seconds: float) -> Answering:
    """Do what is asked for at once, and say so after a while."""

    async def answer(_request: web.Request, regular: Regular) -> web.StreamResponse:
        said = regular()
        await asyncio.sleep(seconds)
        return said

    return answer


def _reset(request: web.Request) -> None:
    """Close a connection so that the other side sees it reset."""
    transport = request.transport
    assert transport is not None
    taken = transport.get_extra_info("socket")
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.close()


@contextmanager
def nobody_there() -> Iterator[str]:
    """Give an address at which every connection is refused."""
    with socket.socket() as taken:
        # Bound and not listened to: nobody else can get the port while the test runs.
        taken.bind((LOOPBACK, 0))
        yield f"http://{LOOPBACK}:{taken.getsockname()[1]}"
