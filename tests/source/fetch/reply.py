"""What the fake host answers, before any fault spoils it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    kind: str
    """What was asked for: `newest`, `repository`, `branch`, `archive`, `sends-on` (GitHub, to an
    archive), `file` or `page`."""
    status: int = 200
    """Its HTTP status."""
    body: bytes = b""
    """What it says."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Its headers, without its length."""


def told(kind: str, facts: object, status: int = 200) -> Reply:
    """Return an answer in JSON with its ETag."""
    body = json.dumps(facts).encode()
    tag = f'W/"{hashlib.sha256(body).hexdigest()}"'
    return Reply(kind, status, body, {"Content-Type": "application/json", "ETag": tag})


def refused(kind: str, status: int, message: str) -> Reply:
    """Return a refusal in JSON, as the hosts word them."""
    body = json.dumps({"message": message}).encode()
    return Reply(kind, status, body, {"Content-Type": "application/json"})
