"""The fields of a modal, each in a block of the same name: by it is found what was written."""

from collections.abc import Mapping
from typing import Any, Final

from slack_sdk.models.blocks import (
    InputBlock,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
)

INPUT_CHARACTERS: Final = 3_000
"""https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element"""


def text_field(
    name: str, label: str, *, most: int, hint: str = "", written: str = "", needed: bool = False
) -> InputBlock:
    """Return a field for several lines, with what stands in it already."""
    element = PlainTextInputElement(
        action_id=name,
        multiline=True,
        max_length=most,
        initial_value=written[:most] or None,
    )
    return InputBlock(
        block_id=name,
        label=_plain(label),
        element=element,
        hint=_plain(hint) if hint else None,
        optional=not needed,
    )


def choice_field(name: str, label: str, options: Mapping[str, str]) -> InputBlock:
    """Return a choice of one, or of none; `options` are values with what stands beside them."""
    offered = [Option(value=value, text=_plain(shown)) for value, shown in options.items()]
    element = RadioButtonsElement(action_id=name, options=offered)
    return InputBlock(block_id=name, label=_plain(label), element=element, optional=True)


def written_in(view: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what was written or chosen in each field; nothing for one that was left empty.

    https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    return {
        str(block): text
        for block, fields in (values.items() if isinstance(values, Mapping) else ())
        for field in (fields.values() if isinstance(fields, Mapping) else ())
        if isinstance(field, Mapping) and (text := _written(field))
    }


def _written(field: Mapping[str, Any]) -> str:
    chosen = field.get("selected_option")
    value = chosen.get("value") if isinstance(chosen, Mapping) else field.get("value")
    return value.strip() if isinstance(value, str) else ""


def _plain(text: str) -> PlainTextObject:
    return PlainTextObject(text=text, emoji=False)
