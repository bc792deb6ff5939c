"""Whether Slack would take what the bot sends, and whether it pings nobody."""

from collections.abc import Iterator, Mapping
from itertools import chain

from tests.slack.arguments import (
    MESSAGES,
    REQUIRED,
    argument_problems,
    decoded,
    message_text_problems,
)
from tests.slack.limits import limit_problems
from tests.slack.links import link_problems
from tests.slack.mentions import mention_problems
from tests.slack.particular import metadata_problems, thread_problems
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
    return (*broken, *argument_problems(method, read), *_checks(method, read))


def _checks(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    if method in MESSAGES:
        yield from message_checks(method, payload)
    elif method.startswith("views."):
        yield from view_checks(method, payload)
    elif method.startswith("assistant.threads."):
        yield from thread_problems(method, payload)
    elif method == "chat.unfurl":
        yield from unfurl_checks(payload)


def message_checks(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with a message."""
    yield from message_text_problems(method, payload)
    yield from metadata_problems(payload.get("metadata"))
    yield from _blocks_checks(payload.get("blocks"), "blocks")


def unfurl_checks(payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with what is shown below a link that somebody else posted."""
    unfurls = payload.get("unfurls")
    if not isinstance(unfurls, Mapping):
        yield "unfurls: not an object"
        return
    for address, shown in unfurls.items():
        blocks = shown.get("blocks") if isinstance(shown, Mapping) else None
        if not blocks:
            yield f"unfurls.{address}: nothing to show, it needs blocks"
        yield from _blocks_checks(blocks, f"unfurls.{address}.blocks")


def _blocks_checks(blocks: object, path: str) -> Iterator[str]:
    if blocks is None:
        return
    yield from (path + said.removeprefix("blocks") for said in shape_problems("blocks", blocks))
    if isinstance(blocks, list):
        yield from message_problems(blocks)
        yield from block_problems(blocks, path)
    yield from _node_problems(blocks, path)


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
