"""The buttons below an answer: each says what it does, and to a screen reader about what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, PlainTextObject

from bot.slack.limits import BUTTON_TEXT
from bot.slack.rendering.citation import name_of, short
from bot.slack.rendering.control import Carried, Control, action_id, sendable
from bot.slack.rendering.piece import Piece, Shown
from bot.wording.catalogue import Words
from index.contents import section_key
from index.reading.page import Section
from index.reading.plain import PATH_SIGN

CHOICES: Final = 5
"""Sections that are offered at most: more is a list to be read, not a choice."""

_SHOWN_NAME: Final = 40
"""Characters of a name in the line that says which buttons there are."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the buttons of an answer are about."""

    question: str
    """What was asked."""
    section: Section | None
    """The section that answers first; None where none does."""
    words: Words
    """The language of what they say."""

    def button(self, control: Control, address: str | None = None) -> ButtonElement:
        """Return a button for the question and its section; one with an address opens that."""
        by_section = control in (
            Control.MORE,
            Control.SHARE,
            Control.HELPFUL,
            Control.NOT_HELPFUL,
        )
        named = name_of(self.section) if self.section else ""
        about = named if by_section or not self.question.strip() else self.question
        return _button(
            action_id(control),
            self.words.say(f"control-{control}"),
            _label(self.words, control, about),
            Carried(self.question, section_key(self.section) if self.section else ""),
            address,
        )

    def choices(self, sections: Sequence[Section]) -> list[ButtonElement]:
        """Return a button for each of the sections that may be meant."""
        offered = sections[:CHOICES]
        named = [name_of(section) for section in offered]
        return [
            _button(
                action_id(Control.CHOICE, number),
                label := name if named.count(name) == 1 else _with_page(section),
                _label(self.words, Control.CHOICE, label),
                Carried(self.question, section_key(section)),
            )
            for number, (section, name) in enumerate(zip(offered, named, strict=True), 1)
        ]


def buttons_piece(rows: Iterable[Sequence[ButtonElement]], words: Words) -> list[Piece]:
    """Return rows of buttons; the last of them says which buttons there are in all of them."""
    kept = [row for row in rows if row]
    texts = (button.text for row in kept for button in row)
    labels = [short(text.text, _SHOWN_NAME) for text in texts if text and text.text]
    said = words.say("buttons", labels="; ".join(labels))
    blocks = [ActionsBlock(elements=list(row)) for row in kept]
    return [
        Shown(block, said if number == len(blocks) else "")
        for number, block in enumerate(blocks, 1)
    ]


def _button(
    identifier: str, text: str, label: str, carried: Carried, address: str | None = None
) -> ButtonElement:
    # No emoji: a heading that says :key: shows that, as the handbook does.
    shown = PlainTextObject(text=short(text, BUTTON_TEXT), emoji=False)
    return ButtonElement(
        text=shown,
        action_id=identifier,
        value=carried.value(),
        url=address,
        accessibility_label=label,
    )


def _label(words: Words, control: Control, about: str) -> str:
    """Return what a screen reader says in place of the button's text: short enough, and whole."""
    key = f"control-{control}-of"
    around = words.say(key, subject="")
    return words.say(key, subject=short(sendable(about), BUTTON_TEXT - len(around)))


def _with_page(section: Section) -> str:
    """Return a name with what stands above it, to tell it from others of that name."""
    above = section.breadcrumb[-1:] or (section.page,)
    return PATH_SIGN.join((*above, name_of(section)))
