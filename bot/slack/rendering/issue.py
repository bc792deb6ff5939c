"""What the handbook lacks, as a new issue in its tracker: filled in, and without a name."""

import re
from typing import Final
from urllib.parse import quote

from bot.slack.limits import ADDRESS_CHARACTERS
from bot.slack.rendering.citation import name_of, url_of
from bot.slack.rendering.mrkdwn import openable
from bot.wording.catalogue import Words
from index.reading.page import Section

QUESTION_CHARACTERS: Final = 500
"""Of a question; the rest is told by whoever opens the issue."""

_MENTION: Final = re.compile(r"<[@#!][^>]*>?")


def issue_address(template: str, question: str, near: Section | None, words: Words) -> str | None:
    """Return the address of a new issue about what was asked, or None where none can be made.

    `template` has `{title}` and `{body}`. The body names what the handbook has that is nearest.
    """
    asked = " ".join(_MENTION.sub(" ", question).split())[:QUESTION_CHARACTERS]
    while True:
        address = _filled(template, asked, near, words)
        if address or not asked:
            return address
        asked = asked[: len(asked) // 2]


def _filled(template: str, asked: str, near: Section | None, words: Words) -> str | None:
    title = words.say("issue-title", question=asked).strip(" :")
    # Indented, it is code to every tracker: nobody called @name there is notified.
    paragraphs = [words.say("issue-asked"), f"    {asked}"]
    if near:
        where = url_of(near) or near.page
        paragraphs.append(words.say("issue-near", heading=name_of(near)[:200], where=where[:800]))
    body = "\n\n".join((*paragraphs, words.say("issue-missing")))
    filled = template
    for sign, text in (("{title}", title), ("{body}", body)):
        filled = filled.replace(sign, quote(text, safe="", errors="replace"))
    return openable(filled, ADDRESS_CHARACTERS) if template.startswith("http") else None
