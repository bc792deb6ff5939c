"""What a message shows to the eye, to compare with what it says to the ear."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from slack_sdk.models.blocks import Block

from bot.slack.rendering.packing import Message
from bot.slack.rendering.spoken import SPOKEN_ADDRESS, said_bytes
from tests.slack.answers import posted
from tests.slack.arguments import argument_problems, message_text_problems
from tests.slack.validator import problems
from tests.slack.walk import Node, nodes

LINK = re.compile(r"<([^<>|]+)\|([^<>]*)>")
WORD = re.compile(r"[^\W_]+")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_BUTTON_SHOWN = 35
"""Characters of a button's text that have to be said: a long name is cut."""


def plain(escaped: str) -> str:
    """Return an escaped text as it is read."""
    return re.sub("&(?:lt|gt|amp);", lambda match: _ENTITIES[match[0]], escaped)


def objects(blocks: Iterable[Block]) -> list[Node]:
    """Return every object of the blocks as Slack gets it."""
    return list(nodes([block.to_dict() for block in blocks], "blocks"))


def shown_texts(objects: Iterable[Node]) -> Iterator[str]:
    """Yield every text that the eye sees, without markup."""
    for node in objects:
        text = node.value.get("text")
        if node.kind == "mrkdwn" and isinstance(text, str):
            yield plain(LINK.sub(lambda match: f" {match[2]} ", text))
        if node.key == "text" and node.kind == "plain_text" and isinstance(text, str):
            yield text[:_BUTTON_SHOWN].rsplit(" ", 1)[0]
        if node.kind == "rich_text_section":
            yield "".join(_rich(nodes(node.value["elements"], "elements")))
        if node.kind == "image":
            yield str(node.value["alt_text"])


def _rich(parts: Iterable[Node]) -> Iterator[str]:
    for part in parts:
        if part.kind == "text":
            yield str(part.value["text"])
        if part.kind == "link":
            yield f" {part.value['text']} "


def shown_addresses(objects: Iterable[Node]) -> Iterator[str]:
    """Yield where the links lead that are short enough to be said."""
    for node in objects:
        text, url = node.value.get("text"), node.value.get("url")
        if node.kind == "mrkdwn" and isinstance(text, str):
            yield from (plain(address) for address, _ in LINK.findall(text))
        elif node.kind == "link" and isinstance(url, str):
            yield url


def unsaid(messages: Sequence[Message]) -> list[str]:
    """Return the words and addresses that the blocks of messages show and no text of them says."""
    said = plain("\n".join(message.text for message in messages))
    words = {word for line in said.split("\n") for word in _words(line)}
    seen = objects(block for message in messages for block in message.blocks)
    lost = [word for text in shown_texts(seen) for word in _words(text) if word not in words]
    for address in shown_addresses(seen):
        heard = address.removeprefix("mailto:")
        if said_bytes(heard) <= SPOKEN_ADDRESS and heard not in said:
            lost.append(address)
    return lost


def _words(text: str) -> list[str]:
    # Slack's marks may stand beside a word; as letters of the text they are no word of their own.
    return WORD.findall(re.sub("[*_~`]", "", text))


def sent(message: Message) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the message as each method sends it."""
    post = posted(message)
    yield "chat.postMessage", post
    yield "chat.postEphemeral", {**post, "user": "U0"}
    private = {"text": message.text, "blocks": post["blocks"], "response_type": "ephemeral"}
    yield "response_url", private


def message_problems(messages: Sequence[Message]) -> list[str]:
    """Say what is wrong with the messages: what Slack would refuse, and what is not said."""
    refused = [problem for message in messages for problem in _refused(message)]
    return [*refused, *(f"not said: {word}" for word in unsaid(messages))]


def _refused(message: Message) -> Iterator[str]:
    (method, payload), *others = sent(message)
    yield from problems(method, payload)
    # The blocks are the same each time and take the longest to judge: only the rest is asked again.
    for other, same in others:
        yield from argument_problems(other, same)
        yield from message_text_problems(other, same)


def view_problems(view: Mapping[str, object]) -> tuple[str, ...]:
    """Say what is wrong with a modal."""
    return problems("views.open", {"trigger_id": "1.2.3", "view": dict(view)})


def preview_problems(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Say what is wrong with the blocks of a preview: they are those of a message."""
    return problems("chat.postMessage", posted(Message("a", tuple(blocks))))
