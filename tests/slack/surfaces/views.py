"""What Slack would say of a view, and whether everybody can use it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from slack_sdk.models.views import View

from tests.slack.validator import problems
from tests.slack.walk import Node, nodes

LABELLED: Final = frozenset({"section", "input"})
"""Blocks that name the control in them."""

CONTROLS: Final = frozenset(
    {
        "static_select",
        "external_select",
        "multi_static_select",
        "multi_external_select",
        "conversations_select",
        "radio_buttons",
        "plain_text_input",
    }
)


def view_problems(view: View) -> tuple[str, ...]:
    """Say what is wrong with a view, wherever it is shown."""
    shown = view.to_dict()
    if view.type == "home":
        found = problems("views.publish", {"user_id": "U0ASTRID", "view": shown})
    else:
        found = problems("views.open", {"trigger_id": "1.2.abc", "view": shown})
    return (*found, *unlabelled(shown))


def unlabelled(shown: Mapping[str, object]) -> Iterator[str]:
    """Yield the controls that nothing names aloud."""
    blocks = shown["blocks"]
    assert isinstance(blocks, list)
    for block in blocks:
        for node in nodes(block, "block"):
            if node.kind == "button" and not _aloud(node):
                yield f"{node.path}: a button without a label"
            if node.kind in CONTROLS and block["type"] not in LABELLED:
                yield f"{node.path}: {node.kind} in a block that does not name it"


def _aloud(node: Node) -> bool:
    return bool(str(node.value.get("accessibility_label") or "").strip())


def buttons(view: View) -> list[Mapping[str, object]]:
    """Return the buttons of a view, in order."""
    return [node.value for node in nodes(view.to_dict(), "view") if node.kind == "button"]


def shown_text(view: View) -> str:
    """Return everything that a view shows in words."""
    texts = (node.value.get("text") for node in nodes(view.to_dict(), "view"))
    return "\n".join(text for text in texts if isinstance(text, str))


def menu(view: View, action: str) -> Mapping[str, Any]:
    """Return the control of an action; nothing where there is none."""
    found = (node.value for node in nodes(view.to_dict(), "view"))
    return next((one for one in found if one.get("action_id") == action), {})
