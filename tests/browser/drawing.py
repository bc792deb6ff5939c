"""Slack's payloads as a page for eyes, drawn by slack-blocks-to-jsx.

The local Slack draws no table, no rich text and no menu that is filled as one types; this does.
It draws, it does not judge: what Slack would refuse is drawn as well.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.handbooks import REPOSITORY

PROGRAM: Final = Path(__file__).with_name("draw.mjs")
PACKAGE: Final = REPOSITORY / "node_modules" / "slack-blocks-to-jsx"
DRAWN: Final = "main"
"""What a picture is taken of."""

UNDRAWN: Final = ".block:not(:has(.slack_blocks_to_jsx--blocks > *))"
"""A block of which nothing was drawn."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a person, or of the bot."""

    name: str
    """Who says it."""
    text: str = ""
    """A person's words."""
    blocks: Sequence[Mapping[str, Any]] = ()
    """The bot's blocks, as Slack gets them."""

    def payload(self) -> dict[str, Any]:
        """Return it as the program reads it."""
        if not self.blocks:
            return {"name": self.name, "text": self.text}
        return {"name": self.name, "app": True, "blocks": [*self.blocks]}


def drawn_thread(messages: Sequence[Said]) -> str:
    """Return the page of a thread."""
    return _drawn({"messages": [message.payload() for message in messages]})


def drawn_view(view: Mapping[str, Any]) -> str:
    """Return the page of a modal, or of an App Home."""
    return _drawn({"view": view})


def show(page: Page, html: str) -> list[str]:
    """Show a page, and return the types of the blocks that were not drawn."""
    page.set_content(html)
    undrawn = page.locator(UNDRAWN)
    return [undrawn.nth(n).get_attribute("data-type") or "" for n in range(undrawn.count())]


def _drawn(given: Mapping[str, Any]) -> str:
    node = shutil.which("node")
    if node is None or not PACKAGE.exists():
        pytest.skip("slack-blocks-to-jsx is not installed: npm ci")
    done = subprocess.run(  # noqa: S603 - our own program
        [node, PROGRAM],
        input=json.dumps(given),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
