"""Events over HTTP: signed, and sent again with the number and the reason of the retry."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import aiohttp

from tests.slack.fake.receipt import Kind, Patience, Receipt
from tests.slack.serving import signed

FORM: Final = "application/x-www-form-urlencoded"


async def deliver_to(
    url: str, kind: Kind, payload: Mapping[str, Any], patience: Patience
) -> Receipt:
    """Post to the address that an app gave, until it says that all is well, or is left in peace."""
    body, content_type = _body(kind, payload)
    pauses, reason = patience.pauses(kind), ""
    timeout = aiohttp.ClientTimeout(total=patience.within)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        for tries, pause in enumerate(pauses):
            await asyncio.sleep(pause)
            headers = {"Content-Type": content_type, **signed(body)}
            if tries:
                headers |= {"X-Slack-Retry-Num": str(tries), "X-Slack-Retry-Reason": reason}
            try:
                async with session.post(url, data=body.encode(), headers=headers) as answer:
                    if answer.ok:
                        return Receipt(tries + 1, await answer.text())
                    reason = "http_error"
                    if answer.headers.get("X-Slack-No-Retry") == "1":
                        return Receipt(tries + 1, None)
            except TimeoutError:
                reason = "http_timeout"
            except (aiohttp.ClientError, OSError):
                reason = "connection_failed"
    return Receipt(len(pauses), None)


def _body(kind: Kind, payload: Mapping[str, Any]) -> tuple[str, str]:
    match kind:
        case "events_api":
            return json.dumps(payload), "application/json"
        case "slash_commands":
            return urlencode(payload), FORM
        case "interactive":
            return urlencode({"payload": json.dumps(payload)}), FORM
