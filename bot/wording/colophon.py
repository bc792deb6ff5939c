"""What stands below a section: when it was last changed, and who answers for it."""

from bot.wording.catalogue import Words
from index.reading.page import Section

BETWEEN = " · "


def colophon(section: Section, words: Words) -> str:
    """Return one line, empty where nothing is known."""
    facts = []
    if section.updated:
        facts.append(words.say("updated", day=section.updated))
    if section.owner:
        facts.append(words.say("owner", owner=section.owner))
    return BETWEEN.join(facts)
