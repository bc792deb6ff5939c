"""Which revision of a handbook answers, as people read it."""

from bot.wording.catalogue import Words
from bot.wording.sentence import Sentence, sentence
from index.refresh.edition import Volume


def as_of(volume: Volume) -> Sentence:
    """Return from when a handbook is, and its revision where that has a name that people know."""
    place, moment = volume.revision.place, volume.revision.made
    if moment is None:
        return sentence("as-of-unknown", place=place)
    local, commit = moment.astimezone(), volume.revision.short
    if commit:
        return sentence("as-of", place=place, moment=local, revision=commit)
    return sentence("as-of-folder", place=place, moment=local)


def as_of_sentence(volume: Volume, words: Words) -> str:
    """Return the same in the language of `words`."""
    return as_of(volume).said(words)
