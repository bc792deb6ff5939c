"""A Git host tells that the handbook has changed. What has is not read from it, but looked for."""

import asyncio
import hmac
from collections.abc import Callable
from typing import Final

from pydantic import SecretStr

from bot.http.asgi import Asgi, Receive, Reply, Scope, Send, reply
from bot.http.signature import DIGEST, is_signed

CHANGED_PATH: Final = "/handbook/changed"

BODY_BYTES: Final = 25 * 1024 * 1024
"""GitHub sends no larger one: https://docs.github.com/en/webhooks/webhook-events-and-payloads"""

BODY_SECONDS: Final = 30.0
"""GitHub gives up after 10: https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks"""

PING: Final = (b"x-github-event", b"ping")
"""What GitHub sends when a webhook is set up: nothing has changed.
https://docs.github.com/en/webhooks/webhook-events-and-payloads#ping"""


class _RefusedError(Exception):
    """The body is not taken; `status` says why, None where nobody is left to be told."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


def webhook(secret: SecretStr, look_now: Callable[[], None]) -> Asgi:
    """Return what answers at `CHANGED_PATH`: 202 to what is signed, and calls `look_now`.

    401 to what is not, 413 to what no Git host sends, 200 to a ping.
    """
    key = secret.get_secret_value().encode()

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        try:
            digest = await _digest(headers, receive, key)
        except _RefusedError as refused:
            if refused.status:
                await reply(send, Reply(refused.status))
            return
        if not is_signed(headers, key, digest):
            await reply(send, Reply(401))
        elif PING in headers.items():
            await reply(send, Reply(200))
        else:
            look_now()
            await reply(send, Reply(202))

    return application


async def _digest(headers: dict[bytes, bytes], receive: Receive, key: bytes) -> bytes:
    """Return the HMAC of the body in hexadecimal digits; nothing of the body is kept.

    Raises:
        _RefusedError: when it is too large, too slow, or ends before its end.
    """
    announced = headers.get(b"content-length", b"0")
    if int(announced) > BODY_BYTES:
        raise _RefusedError(413)
    digest, taken, more = hmac.new(key, digestmod=DIGEST), 0, True
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _RefusedError(None)
                body = message.get("body", b"")
                taken += len(body)
                if taken > BODY_BYTES:
                    raise _RefusedError(413)
                digest.update(body)
                more = message.get("more_body", False)
    except TimeoutError as error:
        raise _RefusedError(408) from error
    return digest.hexdigest().encode()
