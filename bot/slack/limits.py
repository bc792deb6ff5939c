"""Slack's limits as the bot keeps them; each with where Slack states it."""

from typing import Final

SECTION_CHARACTERS: Final = 3_000
"""https://docs.slack.dev/reference/block-kit/blocks/section-block"""

MESSAGE_CHARACTERS: Final = 9_000
"""Text of all blocks of a message together.

Slack's own limit is undocumented, about 12,000 with what stands around the text: 11,300 were too
many already (slackapi/bolt-js#2867).
"""

TEXT_BYTES: Final = 3_900
"""`text`: best under 4,000 characters, ephemeral at most 4,000 bytes; the smaller serves both.

https://docs.slack.dev/reference/methods/chat.postEphemeral
"""

LINK_CHARACTERS: Final = 2_000
"""Longer addresses are shown as text; a link shares its section's 3,000 with what it names."""

BUTTON_VALUE: Final = 2_000
"""https://docs.slack.dev/reference/block-kit/block-elements/button-element"""

BUTTON_TEXT: Final = 75
"""Of a button's text, and of the label that a screen reader says in its place; the same page."""

ADDRESS_CHARACTERS: Final = 3_000
"""Of a button's address; the same page."""

FIELDS: Final = 10
"""In a section: https://docs.slack.dev/reference/block-kit/blocks/section-block"""

FIELD_CHARACTERS: Final = 2_000
"""The same page."""

TABLE_ROWS: Final = 100
"""https://docs.slack.dev/reference/block-kit/blocks/table-block"""

TABLE_COLUMNS: Final = 20
"""The same page."""

ALTERNATIVE_TEXT: Final = 2_000
"""Of a picture: https://docs.slack.dev/reference/block-kit/blocks/image-block"""

MESSAGE_BLOCKS: Final = 50
"""https://docs.slack.dev/reference/block-kit/blocks"""

VIEW_BLOCKS: Final = 100
"""The same page."""

VIEW_TITLE: Final = 24
"""https://docs.slack.dev/reference/views/modal-views"""

VIEW_BYTES: Final = 200_000
"""Slack refuses a view of more than 250 kB (`view_too_large`), however many blocks it has.

https://docs.slack.dev/reference/methods/views.open
"""

HEADER_CHARACTERS: Final = 150
"""https://docs.slack.dev/reference/block-kit/blocks/header-block"""

OPTIONS: Final = 100
"""In a menu: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element"""

OPTION_CHARACTERS: Final = 75
"""https://docs.slack.dev/reference/block-kit/composition-objects/option-object"""

PLACEHOLDER_CHARACTERS: Final = 150
"""What stands in a field or a menu while nothing else does: the page of the menu."""

LABEL_CHARACTERS: Final = 2_000
"""Of a field's label or hint: https://docs.slack.dev/reference/block-kit/blocks/input-block"""

INPUT_CHARACTERS: Final = 3_000
"""https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element"""
