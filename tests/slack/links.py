"""Which addresses Slack opens."""

import re
from collections.abc import Iterator

from tests.slack.walk import Node

ADDRESS = 3000  # row 19 (a button's url); asked of every address
ADDRESS_FORM = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)\S*", re.IGNORECASE)


def address_problem(address: str) -> str | None:
    """Say why Slack would not open `address`, or nothing."""
    if len(address) > ADDRESS:
        return f"address of {len(address)} characters, Slack takes {ADDRESS}"
    if re.search(r"\s", address):
        return f"space in the address {address!r}"
    if not ADDRESS_FORM.fullmatch(address):
        return f"{address!r} is not an http, https or mailto address"
    return None


def link_problems(node: Node) -> Iterator[str]:
    """Yield the addresses in an object's own fields that Slack would not open."""
    for name, value in node.value.items():
        if isinstance(value, str) and (name == "url" or name.endswith("_url")):
            problem = address_problem(value)
            if problem:
                yield f"{node.path}.{name}: {problem}"
