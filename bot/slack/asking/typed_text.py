"""What a person typed, of the text that Slack sends: its words, and whom it names.

https://docs.slack.dev/messaging/formatting-message-text#mentioning-users
"""

import html
import re

_MENTION = re.compile(r"<[@!][^>]*>")
_NAMED = re.compile(r"<(?:@|!subteam\^)(\w+)[^>]*>")
_CHANNEL = re.compile(r"<#[A-Z0-9]+(?:\|([^>]*))?>")
_LINK = re.compile(r"<([^|>]+)(?:\|([^>]*))?>")
_EMOJI = re.compile(r"(?<!\w):[\w+'-]+:(?!\w)")
_WORD = re.compile(r"[^\W_]")


def question_text(text: str) -> str:
    """Return what a person typed: names of people gone, links and channels by their words."""
    text = _MENTION.sub(" ", text)
    text = _CHANNEL.sub(lambda match: match[1] or " ", text)
    text = _LINK.sub(lambda match: match[2] or match[1], text)
    return " ".join(html.unescape(text).split())


def words_in_text(text: str) -> str:
    """Return what a person typed without emoji; nothing where only signs are left: `?`."""
    typed = " ".join(_EMOJI.sub(" ", question_text(text)).split())
    return typed if _WORD.search(typed) else ""


def named_in(text: str) -> tuple[str, ...]:
    """Return the ids of the people and groups that the text names, in order, each once."""
    return tuple(dict.fromkeys(_NAMED.findall(text)))
