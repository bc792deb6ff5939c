"""What stands below a section: when it was last changed, and who answers for it."""

from bot.wording.catalogue import Words
from index.reading.page import Section
from index.search.fitting import ELLIPSIS

BETWEEN = " · "

OWNER_CHARACTERS = 150
"""Of a longer list of owners the beginning is shown; Fluent takes no fact of more than 1,000."""


def colophon(section: Section, words: Words) -> str:
    """Return one line, empty where nothing is known."""
    facts = []
    if section.updated:
        facts.append(words.say("updated", day=section.updated))
    if section.owner:
        owner = " ".join(section.owner.split())
        if len(owner) > OWNER_CHARACTERS:
            owner = owner[:OWNER_CHARACTERS] + ELLIPSIS
        facts.append(words.say("owner", owner=owner))
    return BETWEEN.join(facts)
