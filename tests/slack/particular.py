"""What Slack asks of the arguments that only some methods have."""

import re
from collections.abc import Iterator, Mapping

PROMPTS = 4  # row 39: manifest schema, features.agent_view
LOADING_MESSAGES = 10  # row 25: docs, assistant.threads.setStatus
EVENT_TYPE = "handbook_answer"
RANDOM = re.compile(r"[0-9a-f]{8,64}")
"""Metadata is read by every app of the workspace: it holds nothing but a random name (row 32)."""


def metadata_problems(metadata: object) -> Iterator[str]:
    """Yield what is wrong with a message's metadata."""
    if metadata is None:
        return
    if not isinstance(metadata, Mapping) or not isinstance(metadata.get("event_payload"), Mapping):
        yield "metadata: needs event_type and event_payload"
        return
    if metadata.get("event_type") != EVENT_TYPE:
        yield f"metadata.event_type: {metadata.get('event_type')!r} is not ours"
    for name, value in metadata["event_payload"].items():
        if name != "id" or not isinstance(value, str) or not RANDOM.fullmatch(value):
            yield f"metadata.event_payload.{name}: everybody can read it, it holds a random id only"


def thread_problems(method: str, payload: Mapping[str, object]) -> Iterator[str]:
    """Yield what is wrong with the status or the prompts of a thread with the assistant."""
    if method.endswith("setStatus"):
        if not isinstance(payload.get("status"), str):
            yield "status: a text, an empty one takes it away"
        messages = payload.get("loading_messages")
        if isinstance(messages, list) and len(messages) > LOADING_MESSAGES:
            yield f"loading_messages: {len(messages)}, Slack takes {LOADING_MESSAGES}"
    if method.endswith("setSuggestedPrompts"):
        yield from _prompt_problems(payload.get("prompts"))


def _prompt_problems(prompts: object) -> Iterator[str]:
    if not isinstance(prompts, list):
        yield "prompts: not a list"
        return
    if len(prompts) > PROMPTS:
        yield f"prompts: {len(prompts)}, Slack takes {PROMPTS}"
    for place, prompt in enumerate(prompts):
        for name in ("title", "message"):
            if not isinstance(prompt, Mapping) or not prompt.get(name):
                yield f"prompts[{place}].{name}: a prompt needs it"
