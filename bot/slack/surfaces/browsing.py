"""The handbook's contents as lists to browse down: chapters, their pages, the pages' sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from slack_sdk.models.blocks import Block

from bot.slack.rendering.lines import INDENT
from bot.slack.rendering.mrkdwn import bold, escaped, linked
from bot.slack.surfaces.element import button, named, note, paragraph, row
from bot.slack.surfaces.place import CHAPTERS, Place, chapter_at, name, page_at
from bot.wording.catalogue import Words
from bot.wording.colophon import BETWEEN
from index.contents import Chapter, Contents, Entry, Listed
from index.reading.plain import PATH_SIGN

BROWSE: Final = "browse-to"
"""A button that leads to another list; its value is a `Place`."""

BACK: Final = "browse-back"
EARLIER: Final = "browse-earlier"
LATER: Final = "browse-later"
"""The same, beside each other: a block takes no `action_id` twice."""

SECTION: Final = "browse-section"
"""A button that opens a section; its value is the section's key."""

AT_ONCE: Final = 20
"""So many entries of a list are read at a glance; a view takes 100 blocks in all."""

NAME_CHARACTERS: Final = 150
"""Longer names are cut in a list; what they lead to shows them whole."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of a list with its button."""

    markup: str
    """What it is called, and what there is to it."""
    action: str
    """What its button does."""
    value: str
    """Where that leads."""
    label: str
    """What stands on the button."""
    aloud: str
    """The same for who does not see what it stands beside."""


def browse_blocks(contents: Contents, there: Place, words: Words) -> list[Block]:
    """Return the list at a place; of one that the handbook lost, the nearest that it has."""
    chapter = chapter_at(contents, there)
    if chapter is None:
        start = there.start if not there.chapter else 0
        chapters = [_chapter(each, words) for each in contents.chapters]
        return [paragraph(_heading(words.say("browse-chapters"))), *_list(chapters, start, words)]
    page = page_at(chapter, there)
    if page is None:
        start = there.start if not there.page else 0
        items = [_page(each, chapter, words) for each in chapter.pages]
        heading = _heading(chapter.title)
        listed = _list(items, start, words, there=Place(name(chapter)))
        return [*_back(CHAPTERS, words), paragraph(heading), *listed]
    items = [_section(each, words) for each in page.sections]
    alone = len(chapter.pages) == 1
    here = Place(name(chapter), name(page))
    path = "" if alone else escaped(named(chapter.title, NAME_CHARACTERS) + PATH_SIGN)
    heading = path + bold(linked(named(page.title, NAME_CHARACTERS), page.url))
    listed = _list(items, there.start, words, there=here)
    return [*_back(CHAPTERS if alone else Place(name(chapter)), words), paragraph(heading), *listed]


def _heading(text: str) -> str:
    return bold(escaped(named(text, NAME_CHARACTERS)))


def _chapter(chapter: Chapter, words: Words) -> _Item:
    title = named(chapter.title, NAME_CHARACTERS)
    return _Item(
        f"{bold(escaped(title))}\n{words.say('browse-pages', count=len(chapter.pages))}",
        BROWSE,
        Place(name(chapter)).value(),
        words.say("browse-open"),
        words.say("browse-open-named", name=title),
    )


def _page(page: Listed, chapter: Chapter, words: Words) -> _Item:
    title = named(page.title, NAME_CHARACTERS)
    facts = [words.say("browse-sections", count=len(page.sections))]
    if page.updated:
        facts.append(words.say("updated", day=page.updated))
    return _Item(
        f"{bold(linked(title, page.url))}\n{BETWEEN.join(facts)}",
        BROWSE,
        Place(name(chapter), name(page)).value(),
        words.say("browse-open"),
        words.say("browse-open-named", name=title),
    )


def _section(entry: Entry, words: Words) -> _Item:
    heading = named(entry.heading, NAME_CHARACTERS)
    # The page's own title stands above the list: what is below it is not moved in.
    indent = INDENT * max(0, entry.level - 2)
    facts = f"\n{indent}{words.say('updated', day=entry.updated)}" if entry.updated else ""
    return _Item(
        f"{indent}{linked(heading, entry.url)}{facts}",
        SECTION,
        entry.key,
        words.say("browse-show"),
        words.say("browse-show-named", name=heading),
    )


def _list(
    items: Sequence[_Item], start: int, words: Words, there: Place = CHAPTERS
) -> Iterator[Block]:
    """Yield a part of a long list, and the ways to what stands before and after it."""
    # Where the handbook has become shorter in the meantime, its end is shown.
    start = min(start, max(0, len(items) - 1)) // AT_ONCE * AT_ONCE
    part = items[start : start + AT_ONCE]
    for item in part:
        pressed = button(item.label, item.action, item.value, item.aloud)
        yield paragraph(item.markup, pressed)
    if len(items) <= AT_ONCE:
        return
    end = start + len(part)
    yield note(words.say("browse-shown", first=start + 1, last=end, count=len(items)))
    ways = []
    if start:
        before = replace(there, start=start - AT_ONCE)
        ways.append(button(words.say("browse-earlier"), EARLIER, before.value()))
    if end < len(items):
        ways.append(button(words.say("browse-later"), LATER, replace(there, start=end).value()))
    yield from row(ways)


def _back(to: Place, words: Words) -> list[Block]:
    key = "browse-to-pages" if to.chapter else "browse-to-chapters"
    return row([button(words.say(key), BACK, to.value())])
