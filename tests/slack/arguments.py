"""What Slack asks of a method's own arguments, beside blocks and views."""

import json
from collections.abc import Iterator, Mapping

from tests.slack.mentions import text_problems

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "apps.connections.open": (),
    "assistant.threads.setStatus": ("channel_id", "thread_ts"),
    "assistant.threads.setSuggestedPrompts": ("channel_id", "prompts"),
    "assistant.threads.setTitle": ("channel_id", "thread_ts", "title"),
    "auth.test": (),
    "chat.delete": ("channel", "ts"),
    "chat.getPermalink": ("channel", "message_ts"),
    "chat.postEphemeral": ("channel", "user"),
    "chat.postMessage": ("channel",),
    "chat.unfurl": ("channel or unfurl_id", "ts or source", "unfurls"),
    "chat.update": ("channel", "ts"),
    "conversations.history": ("channel",),
    "conversations.info": ("channel",),
    "conversations.members": ("channel",),
    "conversations.replies": ("channel", "ts"),
    "response_url": (),
    "users.info": ("user",),
    "views.open": ("trigger_id", "view"),
    "views.publish": ("user_id", "view"),
    "views.push": ("trigger_id", "view"),
    "views.update": ("view_id or external_id", "view"),
}
"""The methods that the bot uses, and what each does not work without."""

MESSAGES = frozenset({"chat.postEphemeral", "chat.postMessage", "chat.update", "response_url"})
"""The methods that carry a message."""

IN_JSON = ("blocks", "metadata", "prompts", "unfurls", "view")
"""Arguments that may come as JSON text."""

TEXT_SHOWN = 4000  # row 23: docs, chat.postMessage: best under it
TEXT_CUT = 40_000  # row 23: cut there
EPHEMERAL_BYTES = 4000  # row 23: docs, chat.postEphemeral
OFF = (False, "false", "0")
"""How JSON and forms spell that a switch is off; 0 equals False."""


def decoded(payload: Mapping[str, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    """Give the payload with what is JSON text read, and what was no JSON."""
    read = dict(payload)
    broken = []
    for name in IN_JSON:
        text = read.get(name)
        if isinstance(text, str):
            try:
                read[name] = json.loads(text)
            except (ValueError, RecursionError):
                del read[name]
                broken.append(f"{name}: not JSON")
    return read, tuple(broken)


def argument_problems(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield the arguments that are missing, switched the wrong way, or not to be used."""
    for names in REQUIRED[method]:
        if not any(payload.get(name) for name in names.split(" or ")):
            yield f"{names}: {method} needs it"
    if method == "chat.postMessage":
        for name in ("unfurl_links", "unfurl_media"):
            if payload.get(name) not in OFF:
                yield f"{name}: must be false, or links grow previews"
    if payload.get("link_names", False) not in OFF:
        yield "link_names: must stay off, it turns words into mentions"
    if payload.get("parse", "none") != "none":
        yield "parse: must stay at its default, it turns words into mentions"
    if payload.get("attachments"):
        yield "attachments: not checked here, so not allowed: use blocks"


def message_text_problems(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with the text that notifications and screen readers get (row 33)."""
    if method == "response_url" and payload.get("delete_original"):
        return
    text = payload.get("text")
    if not isinstance(text, str) or not text.strip():
        yield "text: empty, screen readers and notifications read only this"
        return
    if len(text) > TEXT_CUT:
        yield f"text: {len(text)} characters, Slack cuts it at {TEXT_CUT}"
    elif len(text) >= TEXT_SHOWN:
        yield f"text: {len(text)} characters, keep it under {TEXT_SHOWN}"
    size = len(text.encode(errors="surrogatepass"))
    if _is_ephemeral(method, payload) and size > EPHEMERAL_BYTES:
        yield f"text: {size} bytes, an ephemeral message takes {EPHEMERAL_BYTES}"
    yield from text_problems(text, "text")


def _is_ephemeral(method: str, payload: Mapping[str, object]) -> bool:
    return method == "chat.postEphemeral" or payload.get("response_type") == "ephemeral"
