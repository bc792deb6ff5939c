"""How long and how many: Slack's limits on one object of a payload.

The rows are those of the list of Slack's rules that the bot was written against; each names the
page or the source file of Slack's that states the number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.slack.walk import Node

MESSAGE_BLOCKS = 50  # row 15: Slack's block-kit skill, steps 1 and 3
VIEW_BLOCKS = 100  # row 15: slack_sdk models/views/__init__.py
SECTION_TEXT = 3000  # row 16: docs, section block
SECTION_FIELDS = 10  # row 16
FIELD_TEXT = 2000  # row 16
HEADER_TEXT = 150  # row 17: docs, header block
CONTEXT_ELEMENTS = 10  # row 18: slack_sdk models/blocks/blocks.py
ACTIONS_ELEMENTS = 25  # row 18
CONTEXT_ACTIONS_ELEMENTS = 5  # row 18: docs, context actions block
BUTTON_TEXT = 75  # row 19: slack_sdk models/blocks/block_elements.py
BUTTON_VALUE = 2000  # row 19; a button's url: links.py
ACCESSIBILITY_LABEL = 75  # row 19
IDENTIFIER = 255  # row 20: action_id, block_id, callback_id
OPTION_TEXT = 75  # row 20
OPTION_VALUE = 150  # row 20
OVERFLOW_OPTIONS = 5  # row 20
CHOICES = 10  # row 20: checkboxes and radio buttons
SELECT_OPTIONS = 100  # row 20
INPUT_LABEL = 2000  # row 20
ALT_TEXT = 2000  # row 20
MODAL_TITLE = 24  # row 21: title, submit and close
PRIVATE_METADATA = 3000  # row 21
TABLE_ROWS = 100  # @slack/types, TableBlock
TABLE_CELLS = 20  # @slack/types, TableBlock
TEXT_OBJECT = 3000  # docs, text object; at least one character


@dataclass(frozen=True, slots=True)
class Limit:
    """The size that Slack allows one field of one kind of object."""

    kind: str
    """The object's type, or the field that holds it; `*` for every object."""

    field: str
    """The field that is measured."""

    most: int
    """The greatest size: characters of a text, items of a list."""

    least: int = 0
    """The smallest size."""

    each: bool = False
    """Whether each item of the list is measured instead of the list."""


def _choice_limits() -> Iterator[Limit]:
    for kind in ("static_select", "multi_static_select"):
        yield Limit(kind, "options", SELECT_OPTIONS, least=1)
    for kind in ("checkboxes", "radio_buttons"):
        yield Limit(kind, "options", CHOICES, least=1)
    yield Limit("overflow", "options", OVERFLOW_OPTIONS, least=1)
    yield Limit("options", "text", OPTION_TEXT)
    yield Limit("options", "value", OPTION_VALUE)


def _button_limits() -> Iterator[Limit]:
    for kind in ("button", "workflow_button", "positive_button", "negative_button"):
        yield Limit(kind, "text", BUTTON_TEXT)
        yield Limit(kind, "value", BUTTON_VALUE)
        yield Limit(kind, "accessibility_label", ACCESSIBILITY_LABEL)


LIMITS = (
    *(Limit("*", field, IDENTIFIER) for field in ("action_id", "block_id", "callback_id")),
    *(Limit(kind, "text", TEXT_OBJECT, least=1) for kind in ("plain_text", "mrkdwn")),
    Limit("section", "text", SECTION_TEXT),
    Limit("section", "fields", SECTION_FIELDS, least=1),
    Limit("section", "fields", FIELD_TEXT, each=True),
    Limit("header", "text", HEADER_TEXT),
    Limit("context", "elements", CONTEXT_ELEMENTS, least=1),
    Limit("actions", "elements", ACTIONS_ELEMENTS, least=1),
    Limit("context_actions", "elements", CONTEXT_ACTIONS_ELEMENTS, least=1),
    *_button_limits(),
    *_choice_limits(),
    Limit("input", "label", INPUT_LABEL),
    Limit("image", "alt_text", ALT_TEXT),
    Limit("table", "rows", TABLE_ROWS, least=1),
    Limit("table", "rows", TABLE_CELLS, least=1, each=True),
    *(Limit("modal", field, MODAL_TITLE) for field in ("title", "submit", "close")),
    *(Limit(kind, "private_metadata", PRIVATE_METADATA) for kind in ("modal", "home")),
    *(Limit(kind, "blocks", VIEW_BLOCKS) for kind in ("modal", "home")),
)


BY_KIND: dict[str, list[Limit]] = defaultdict(list)
"""The limits of each kind of object."""
for _limit in LIMITS:
    BY_KIND[_limit.kind].append(_limit)


def limit_problems(node: Node) -> Iterator[str]:
    """Yield the fields of an object that are too long, too many or too few."""
    for limit in (*BY_KIND["*"], *BY_KIND[node.kind]):
        if limit.field not in node.value:
            continue
        value = node.value[limit.field]
        measured = value if limit.each and isinstance(value, list) else [value]
        for item in measured:
            yield from _size_problems(item, limit, f"{node.path}.{limit.field}")


def _size_problems(item: object, limit: Limit, path: str) -> Iterator[str]:
    text = item.get("text") if isinstance(item, Mapping) else item
    if not isinstance(text, str | list):
        return
    unit = "characters" if isinstance(text, str) else "items"
    if len(text) > limit.most:
        yield f"{path}: {len(text)} {unit}, Slack takes {limit.most}"
    elif len(text) < limit.least:
        yield f"{path}: {len(text)} {unit}, Slack wants {limit.least}"
