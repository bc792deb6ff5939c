"""What Slack asks of the blocks of one payload together."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tests.slack.limits import MESSAGE_BLOCKS
from tests.slack.walk import Node, nodes

MARKDOWN_TEXT = 12_000  # row 22: docs, markdown block; over all of a payload
TOTAL_TEXT = 10_000  # row 24: undocumented, about 12,000 with overhead
MESSAGE_ONLY = frozenset({"context_actions", "markdown", "table"})  # docs, each block's surfaces


def message_problems(blocks: list[object]) -> Iterator[str]:
    """Yield what a message's blocks break together."""
    if len(blocks) > MESSAGE_BLOCKS:
        yield f"blocks: {len(blocks)} blocks, Slack takes {MESSAGE_BLOCKS} in a message"
    total = sum(len(text) for text in _texts(blocks))
    if total > TOTAL_TEXT:
        yield f"blocks: {total} characters of text in all, {TOTAL_TEXT} are safe"
    markdown = [block for block in blocks if _kind(block) == "markdown"]
    length = sum(len(text) for text in _texts(markdown))
    if length > MARKDOWN_TEXT:
        yield f"blocks: {length} characters in markdown blocks, Slack takes {MARKDOWN_TEXT}"
    tables = sum(_kind(block) == "table" for block in blocks)
    if tables > 1:
        yield f"blocks: {tables} tables, Slack takes one in a message"


def view_problems(view: Mapping[str, object]) -> Iterator[str]:
    """Yield what a view's blocks break together."""
    blocks = view.get("blocks")
    kinds = [_kind(block) for block in blocks] if isinstance(blocks, list) else []
    for kind in sorted(MESSAGE_ONLY.intersection(kinds)):
        yield f"view.blocks: {kind} blocks are for messages only"
    if view.get("type") == "modal" and "input" in kinds and "submit" not in view:
        yield "view.submit: a modal with an input needs it"


def block_problems(blocks: list[object], path: str) -> Iterator[str]:
    """Yield the identifiers given twice and the sections with nothing to show."""
    identifiers = Counter(_strings(blocks, "block_id"))
    for identifier in (name for name, times in identifiers.items() if times > 1):
        yield f"{path}: block_id {identifier!r} is given twice"
    for place, block in enumerate(blocks):
        actions = Counter(_strings([node.value for node in nodes(block, path)], "action_id"))
        for identifier in (name for name, times in actions.items() if times > 1):
            yield f"{path}[{place}]: action_id {identifier!r} is given twice"


def section_problems(node: Node) -> Iterator[str]:
    """Yield a section that has neither text nor fields."""
    if node.kind == "section" and not node.value.keys() & {"text", "fields"}:
        yield f"{node.path}: a section needs text or fields"


def _kind(block: object) -> object:
    return block.get("type") if isinstance(block, Mapping) else None


def _strings(objects: list[object], field: str) -> Iterator[str]:
    for value in (item.get(field) for item in objects if isinstance(item, Mapping)):
        if isinstance(value, str):
            yield value


def _texts(blocks: list[object]) -> Iterator[str]:
    return _strings([node.value for node in nodes(blocks, "blocks")], "text")
