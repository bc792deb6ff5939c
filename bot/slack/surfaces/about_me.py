"""What is kept about somebody, in plain words, and with how long."""

from collections.abc import Iterator
from typing import Final

from bot.slack.rendering.message import Message, notice_message
from bot.slack.surfaces.element import named
from bot.store.erasure import Kept
from bot.store.feedback import Feedback
from bot.store.retention import FEEDBACK_DAYS, KEY_HOURS, REPLY_HOURS, THREAD_DAYS
from bot.wording.catalogue import Words
from index.search.language import Language

SAID: Final = 5
"""So many of somebody's words on answers are shown; how many there are, is told in any case."""

SAID_CHARACTERS: Final = 150
"""Of a longer question or comment the beginning is shown."""


def kept_message(kept: Kept, command: str, words: Words) -> Message:
    """Return what is kept about somebody."""
    besides = words.say("me-besides", days=THREAD_DAYS)
    about = [*kept_lines(kept, words)]
    if not about:
        return notice_message(words.say("me-nothing"), besides)
    way = words.say("me-way", command=command)
    return notice_message(words.say("me-title"), *about, besides, way)


def kept_lines(kept: Kept, words: Words) -> Iterator[str]:
    """Yield a sentence for each kind of thing that is kept; nothing where nothing is."""
    yield from _feedback(kept.feedback, words)
    if kept.language in set(Language):
        name = words.say(f"home-language-{kept.language}")
        yield words.say("me-language", language=name)
    if count := kept.counts.get("replies"):
        yield words.say("me-replies", count=count, hours=REPLY_HOURS)
    if count := kept.counts.get("works"):
        yield words.say("me-works", count=count, hours=KEY_HOURS)
    if count := kept.counts.get("channels"):
        yield words.say("me-channels", count=count)
    if kept.oldest:
        yield words.say("me-oldest", day=kept.oldest.astimezone())


def _feedback(said: tuple[Feedback, ...], words: Words) -> Iterator[str]:
    if not said:
        return
    lines = [words.say("me-feedback", count=len(said), days=FEEDBACK_DAYS)]
    for each in said[:SAID]:
        lines += _said(each, words)
    if (more := len(said) - SAID) > 0:
        lines.append(words.say("me-said-more", count=more))
    yield "\n".join(lines)


def _said(each: Feedback, words: Words) -> Iterator[str]:
    key = f"me-reason-{each.reason}" if each.reason else f"me-verdict-{each.verdict}"
    verdict = words.say(key)
    yield words.say("me-said", day=each.at.astimezone(), verdict=verdict) if each.at else verdict
    if each.question:
        yield words.say("me-said-question", question=named(each.question, SAID_CHARACTERS))
    if each.comment:
        yield words.say("me-said-comment", comment=named(each.comment, SAID_CHARACTERS))
