"""Slack's limits as the bot keeps them; each with where Slack states it."""

from typing import Final

SECTION_CHARACTERS: Final = 3_000
"""https://docs.slack.dev/reference/block-kit/blocks/section-block"""

EXCERPT_CHARACTERS: Final = 6_000
"""What an excerpt may take of a message: all blocks together stay under 10,000 characters then.

Slack's own limit is undocumented, about 12,000 (slackapi/bolt-js#2867).
"""

TEXT_BYTES: Final = 3_900
"""`text`: best under 4,000 characters, ephemeral at most 4,000 bytes; the smaller serves both.

https://docs.slack.dev/reference/methods/chat.postEphemeral
"""

LINK_CHARACTERS: Final = 2_000
"""Longer addresses are shown as text; a link shares its section's 3,000 with what it names."""

BUTTON_VALUE: Final = 2_000
"""https://docs.slack.dev/reference/block-kit/block-elements/button-element"""
