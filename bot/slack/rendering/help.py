"""What the bot can do, for somebody who asked nothing."""

from collections.abc import Iterator

from bot.slack.rendering.message import Message, notice_message
from bot.wording.catalogue import Words
from index.refresh.edition import Edition


def help_message(edition: Edition | None, command: str, words: Words) -> Message:
    """Return how the bot is asked, and from when the handbook is."""
    return notice_message(
        words.say("help-what"),
        words.say("help-how", command=command),
        words.say("help-source"),
        *as_of_lines(edition, words),
    )


def as_of_lines(edition: Edition | None, words: Words) -> Iterator[str]:
    """Yield from when each handbook is, where that is known."""
    for volume in edition.volumes if edition else ():
        if made := volume.revision.made:
            moment = made.astimezone()
            if volume.name:
                yield words.say("help-as-of-named", name=volume.name, moment=moment)
            else:
                yield words.say("help-as-of", moment=moment)
