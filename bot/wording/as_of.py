"""Which revision of a handbook answers, as people read it."""

from bot.wording.catalogue import Words
from index.refresh.edition import Volume


def as_of_sentence(volume: Volume, words: Words) -> str:
    """Return from when a handbook is, and its revision where that has a name that people know."""
    place, moment = volume.revision.place, volume.revision.made
    if moment is None:
        return words.say("as-of-unknown", place=place)
    local, commit = moment.astimezone(), volume.revision.short
    if commit:
        return words.say("as-of", place=place, moment=local, revision=commit)
    return words.say("as-of-folder", place=place, moment=local)
