"""Text that pings people, and text that was put into mrkdwn without escaping (rows 26 to 28)."""

import re
from collections.abc import Iterator

from tests.slack.links import address_problem
from tests.slack.walk import Node, nodes

PING = re.compile(r"<(?:[@#]|!(?!date\^))[^>]*>?")
"""Everything that Slack looks up or notifies; of `<!…>` only a date does neither."""

BRACKETS = re.compile(r"<([^<>]*)>")
QUOTE_MARK = re.compile(r"^>", re.MULTILINE)
ENTITY = re.compile(r"&(?:amp|lt|gt);")
PINGING_ELEMENTS = frozenset({"broadcast", "channel", "user", "usergroup"})
"""The same mentions where rich text spells them out."""


def text_problems(text: str, path: str) -> Iterator[str]:
    """Yield what is unsafe in a mrkdwn text."""
    for ping in PING.findall(text):
        yield f"{path}: {ping} is a mention"
    rest = PING.sub("", text)
    for inside in BRACKETS.findall(rest):
        if inside.startswith("!date^"):
            continue
        problem = address_problem(inside.split("|", 1)[0])
        if problem:
            yield f"{path}: <{inside}> is no link, {problem}"
    # A quote's mark is mrkdwn's own use of `>`; it opens no bracket.
    rest = QUOTE_MARK.sub("", ENTITY.sub("", BRACKETS.sub("", rest)))
    for raw in sorted(set(rest) & {"<", ">", "&"}):
        yield f"{path}: raw {raw} must be escaped"


def mention_problems(node: Node) -> Iterator[str]:
    """Yield what is unsafe in a text object, a Markdown block or rich text."""
    text = node.value.get("text")
    if node.kind == "mrkdwn" and isinstance(text, str):
        yield from text_problems(text, f"{node.path}.text")
    if node.kind == "markdown" and isinstance(text, str):
        for ping in PING.findall(text):
            yield f"{node.path}.text: {ping} is a mention"
    if node.kind == "rich_text":
        for part in nodes(node.value, node.path):
            if part.kind in PINGING_ELEMENTS:
                yield f"{part.path}: a {part.kind} element is a mention"
