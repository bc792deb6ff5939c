"""App Home: search, the handbook's chapters, what changed lately, the language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from slack_sdk.models.blocks import Block, StaticSelectElement
from slack_sdk.models.views import View

from bot.slack.limits import PLACEHOLDER_CHARACTERS
from bot.slack.rendering.mrkdwn import bold, escaped, mrkdwn
from bot.slack.surfaces.browsing import browse_blocks
from bot.slack.surfaces.changes import changed, each_page
from bot.slack.surfaces.element import button, note, option, paragraph, plain, row, title
from bot.slack.surfaces.place import CHAPTERS, Place
from bot.wording.catalogue import Words
from index.contents import Contents, Entry, Listed
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope

SEARCH: Final = "home-search"
"""The button that opens the search."""

LANGUAGE: Final = "home-language"
"""The menu of languages."""

AS_IN_SLACK: Final = "slack"
"""Its choice that takes a choice back."""

CHANGES: Final = 5
"""So many of the latest changes stand in App Home; the slash command tells the others."""


@dataclass(frozen=True, slots=True)
class Home:
    """What somebody's App Home shows."""

    contents: Contents | str
    """The handbook's contents, or the sentence that says why there are none."""
    command: str
    """Name of the slash command."""
    as_of: Sequence[str]
    """From when the handbook is."""
    chosen: Language | None
    """The language that they chose; None for their Slack's."""
    there: Place = CHAPTERS
    """Which list of the contents they look at."""
    scope: Scope = EVERYTHING
    """What they may see of what changed."""


def home_view(home: Home, words: Words) -> View:
    """Return App Home in the language of `words`."""
    blocks: list[Block] = [
        title(words.say("home-title")),
        paragraph(escaped(words.say("home-how", command=home.command))),
    ]
    if isinstance(home.contents, str):
        blocks.append(paragraph(escaped(home.contents)))
    else:
        blocks += row([button(words.say("home-search"), SEARCH)])
        blocks += browse_blocks(home.contents, home.there, words)
        blocks += _changes(home.contents, home.scope, words)
    blocks += _language(home.chosen, words)
    notes = [words.say("help-source"), *home.as_of]
    blocks.append(note(escaped("\n".join(notes))))
    return View(type="home", blocks=blocks, private_metadata=home.there.value())


def _changes(contents: Contents, scope: Scope, words: Words) -> Iterator[Block]:
    changes = tuple(islice(each_page(contents.lately(date.min, scope)), CHANGES))
    yield paragraph(bold(escaped(words.say("lately-title"))))
    if changes:
        yield paragraph("\n".join(_change(page, entry, words) for page, entry in changes))
    else:
        yield paragraph(escaped(words.say("lately-undated")))


def _change(page: Listed, entry: Entry, words: Words) -> str:
    return f"{mrkdwn(changed(page, entry))} ({words.say('lately-day', day=entry.updated)})"


def _language(chosen: Language | None, words: Words) -> Iterator[Block]:
    options = [option(words.say("home-language-slack"), AS_IN_SLACK)]
    options += [option(words.say(f"home-language-{each}"), each) for each in Language]
    now = next((each for each in options if each.value == chosen), options[0])
    menu = StaticSelectElement(
        action_id=LANGUAGE,
        placeholder=plain(words.say("home-language"), PLACEHOLDER_CHARACTERS),
        options=options,
        initial_option=now,
    )
    yield paragraph(
        f"{bold(escaped(words.say('home-language')))}\n{escaped(words.say('home-language-what'))}",
        menu,
    )
