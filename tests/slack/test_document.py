"""docs/slack.md: what it says is what the bot is."""

import re
from collections.abc import Iterator

from bot.outcome import Kind
from bot.slack.rendering.control import Control
from bot.slack.tokens import SCOPES
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.handbooks import REPOSITORY

DOCUMENT = (REPOSITORY / "docs" / "slack.md").read_text(encoding="utf-8")
SETTINGS = (REPOSITORY / ".env.example").read_text(encoding="utf-8")
PICTURES = REPOSITORY / "docs" / "images"

ENGLISH = words_in(Language.ENGLISH)

BUTTON = re.compile(r"\*\*([^*]+)\*\*")
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
SETTING = re.compile(r"\b(?:SLACK|HANDBOOK)_[A-Z_]+\b")
PICTURE = re.compile(r'<img src="(?:docs/)?images/([\w-]+\.png)"[^>]* alt="([^"]+)">')


def table_below(heading: str) -> list[str]:
    """Return the names in the first column of the first table below a heading."""
    _, _, below = DOCUMENT.partition(f"# {heading}\n")
    rows = below.partition("\n#")[0]
    return ROW.findall(rows)


def shown_pictures() -> Iterator[tuple[str, str]]:
    """Yield file and description of every picture in the README and in the documents."""
    for document in (REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")):
        yield from PICTURE.findall(document.read_text(encoding="utf-8"))


def test_every_outcome_is_told() -> None:
    """The table has each outcome once, and no other."""
    assert sorted(table_below("Whatever is asked, something comes of it")) == sorted(Kind)


def test_every_button_is_told() -> None:
    """The table names each control by what stands on it; a choice has a section's name."""
    _, _, table = DOCUMENT.partition("| button |")
    told = BUTTON.findall(table.partition("\n\n")[0])
    named = [control for control in Control if control is not Control.CHOICE]
    assert sorted(told) == sorted(ENGLISH.say(f"control-{control}") for control in named)


def test_every_scope_is_told() -> None:
    """The table has each scope of the manifest once, and no other."""
    assert tuple(table_below("What the app asks for, and why")) == SCOPES


def test_every_setting_exists() -> None:
    """What the document says can be set stands in the example of the settings."""
    named = set(SETTING.findall(DOCUMENT))
    assert named
    assert named <= set(SETTING.findall(SETTINGS))


def test_every_picture_is_shown_and_described() -> None:
    """Each file is shown somewhere, each picture that is shown is there and told in words."""
    shown = dict(shown_pictures())
    assert set(shown) == {file.name for file in PICTURES.glob("*.png")}
    assert all(len(told.split()) > 5 for told in shown.values())
