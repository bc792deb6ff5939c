"""Whether Slack would take what the bot sends, and whether it pings nobody."""

from collections.abc import Iterator, Mapping
from itertools import chain

from tests.slack.arguments import REQUIRED, argument_problems, decoded, message_text_problems
from tests.slack.limits import limit_problems
from tests.slack.links import link_problems
from tests.slack.mentions import mention_problems
from tests.slack.schema import Part, shape_problems
from tests.slack.together import (
    block_problems,
    message_problems,
    section_problems,
    view_problems,
)
from tests.slack.walk import nodes

NODE_CHECKS = (limit_problems, section_problems, link_problems, mention_problems)
"""Asked of every object of the blocks or the view."""


def problems(method: str, payload: Mapping[str, object]) -> tuple[str, ...]:
    """Say what Slack would refuse, cut or ping in a decoded request; nothing when it is sound."""
    if method not in REQUIRED:
        return (f"{method}: not a method that this validator knows",)
    read, broken = decoded(payload)
    checks = view_checks if method.startswith("views.") else message_checks
    return (*broken, *argument_problems(method, read), *checks(method, read))


def message_checks(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with a message."""
    yield from message_text_problems(method, payload)
    blocks = payload.get("blocks")
    if blocks is None:
        return
    yield from shape_problems("blocks", blocks)
    if isinstance(blocks, list):
        yield from message_problems(blocks)
        yield from block_problems(blocks, "blocks")
    yield from _node_problems(blocks, "blocks")


def view_checks(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with a modal or a Home tab."""
    view = payload.get("view")
    if not isinstance(view, Mapping):
        yield "view: not an object"
        return
    part: Part = "home" if view.get("type") == "home" else "modal"
    if (method == "views.publish") != (part == "home"):
        yield f"view.type: {method} takes no {part}"
    yield from shape_problems(part, view)
    yield from view_problems(view)
    blocks = view.get("blocks")
    if isinstance(blocks, list):
        yield from block_problems(blocks, "view.blocks")
    yield from _node_problems(view, "view")


def _node_problems(value: object, path: str) -> Iterator[str]:
    return chain.from_iterable(check(node) for node in nodes(value, path) for check in NODE_CHECKS)
