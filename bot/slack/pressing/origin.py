"""Where a press comes from: what a message or a view knows of the answer, store or no store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.slack.delivered import inner
from bot.slack.rendering.control import Carried, Control, Pressed, carried, pressed
from index.search.language import Language

_BETWEEN: Final = "\n"
"""Stands between where an answer is and what its button carries: no JSON on one line has it."""

_NOTHING: Final = Carried()


@dataclass(frozen=True, slots=True)
class Origin:
    """The answer that a button stood in, carried on by every view that opens from it."""

    carried: Carried = _NOTHING
    """What was asked, and the section that it is about."""
    channel: str = ""
    """Id of the channel; empty where it is none, as in App Home."""
    message: str = ""
    """The answer; empty where it is none."""
    thread: str | None = None
    """The thread of the answer."""
    private: bool = False
    """Whether the asker alone sees the answer: nobody can be sent there."""
    language: Language | None = None
    """The language of who opened the view; None in a message."""
    escalation: str = ""
    """Id of the channel where a person is asked, as it was shown to who asks."""

    def metadata(self) -> str:
        """Return it as a view's `private_metadata`."""
        place = {
            "c": self.channel,
            "m": self.message,
            "t": self.thread or "",
            "p": "1" if self.private else "",
            "l": self.language or "",
            "e": self.escalation,
        }
        kept = {name: text for name, text in place.items() if text}
        return json.dumps(kept, separators=(",", ":")) + _BETWEEN + self.carried.value()


def origin_of(metadata: str) -> Origin:
    """Return what a view knows of where it was opened; nothing for one that is not ours."""
    place, _, value = metadata.partition(_BETWEEN)
    try:
        read = json.loads(place)
    except (ValueError, RecursionError):
        return Origin()
    if not isinstance(read, dict):
        return Origin()
    told = {name: text for name, text in read.items() if isinstance(text, str)}
    return Origin(
        carried(value),
        channel=told.get("c", ""),
        message=told.get("m", ""),
        thread=told.get("t") or None,
        private=bool(told.get("p")),
        language=Language(told["l"]) if told.get("l") in set(Language) else None,
        escalation=told.get("e", ""),
    )


def pressed_in(control: Control, body: Mapping[str, Any]) -> tuple[Pressed, Origin]:
    """Return what was pressed, and the answer that it belongs to.

    Slack says of a message that only one person sees nothing but its container.
    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    press = pressed(control, body)
    view = inner(body, "view")
    if view:
        opened = origin_of(str(view.get("private_metadata") or ""))
        return press, replace(opened, carried=_completed(press.carried, opened.carried))
    private = inner(body, "container").get("is_ephemeral") is True
    return press, Origin(press.carried, press.channel, press.message, press.thread, private)


def _completed(pressed_now: Carried, opened_with: Carried) -> Carried:
    """Return what a button in a view carries; where it leaves the question out, the view's."""
    if pressed_now.question:
        return pressed_now
    return replace(opened_with, section=pressed_now.section or opened_with.section)
