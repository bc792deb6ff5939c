"""Prose to mrkdwn: escaped once, marked up once, so that no text of a handbook can ping anybody.

Rules: https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.slack.limits import LINK_CHARACTERS, SECTION_CHARACTERS
from index.reading.prose import Mark, MarkKind, Prose
from index.search.fitting import ELLIPSIS

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ADDRESS_ESCAPES = {"|": "%7C", "<": "%3C", ">": "%3E", " ": "%20", '"': "%22", "`": "%60"}
_OPENABLE = re.compile(r"(?:https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)

_SIGNS = {
    MarkKind.HIGHLIGHT: "*",
    MarkKind.STRONG: "*",
    MarkKind.EMPHASIS: "_",
    MarkKind.STRIKE: "~",
    MarkKind.CODE: "`",
}
_ORDER = (MarkKind.STRIKE, MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.HIGHLIGHT)


def escaped(text: str) -> str:
    """Escape the three characters that Slack reads as markup."""
    return text.translate(_ESCAPES)


def linked(label: str, url: str | None) -> str:
    """Return the label as a link, or as text where there is nothing that can be opened."""
    address = openable(url) if url else None
    shown = escaped(" ".join(label.split()))
    return f"<{escaped(address)}|{shown}>" if address and shown else shown


def openable(url: str, most: int = LINK_CHARACTERS) -> str | None:
    """Return the address as Slack opens it; None for what nobody could or should open."""
    for sign, code in _ADDRESS_ESCAPES.items():
        url = url.replace(sign, code)
    url = "".join(url.split())
    return url if _OPENABLE.match(url) and len(escaped(url)) <= most else None


def bold(markup: str) -> str:
    """Return a whole line in bold."""
    return f"*{markup}*" if markup and "*" not in markup else markup


def whole(markup: str, most: int = SECTION_CHARACTERS) -> str:
    """Return at most `most` characters, never ending inside a link or an entity."""
    if len(markup) <= most:
        return markup
    kept = markup[: most - len(ELLIPSIS)]
    for opening, closing in (("<", ">"), ("&", ";")):
        if kept.rfind(opening) > kept.rfind(closing):
            kept = kept[: kept.rfind(opening)]
    return kept.rstrip() + ELLIPSIS


def mrkdwn(prose: Prose) -> str:
    """Return the prose with its marks as Slack's markup; a link stays one, whatever is in it."""
    prose = _once_bold(with_whole_links(prose))
    return "".join(_run(prose.text, start, run) for start, run in runs(prose))


def with_whole_links(prose: Prose) -> Prose:
    """Return the prose without the marks that cover only a part of a link."""
    links = [mark for mark in prose.marks if mark.kind is MarkKind.LINK and mark.target]
    return replace(prose, marks=tuple(mark for mark in prose.marks if not _inside(mark, links)))


def _once_bold(prose: Prose) -> Prose:
    """Return the prose without highlights of what is bold: both have the same sign."""
    strong = [mark for mark in prose.marks if mark.kind is MarkKind.STRONG]

    def shows(mark: Mark) -> bool:
        covered = (each.start <= mark.start and mark.end <= each.end for each in strong)
        return mark.kind is not MarkKind.HIGHLIGHT or not any(covered)

    return replace(prose, marks=tuple(filter(shows, prose.marks)))


def runs(prose: Prose) -> Iterator[tuple[int, Prose]]:
    """Cut the text where a mark begins or ends and at line breaks: a mark covers all of a run.

    Each comes with its place in the text.
    """
    cuts = {0, len(prose.text)}
    for mark in prose.marks:
        cuts |= {mark.start, mark.end}
    for place, character in enumerate(prose.text):
        if character == "\n":
            cuts |= {place, place + 1}
    places = list(pairwise(sorted(cuts)))
    starts = (start for start, _ in places)
    return zip(starts, prose.split(places), strict=True)


def _inside(mark: Mark, links: Sequence[Mark]) -> bool:
    """Return whether a mark covers only a part of a link."""
    return any(
        link.start <= mark.start
        and mark.end <= link.end
        and mark.end - mark.start < link.end - link.start
        for link in links
    )


def _run(whole_text: str, start: int, run: Prose) -> str:
    text, core = run.text, run.text.strip()
    if not core:
        return text
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    kinds = {mark.kind for mark in run.marks}
    if MarkKind.CODE in kinds and "`" not in core:
        markup = f"`{escaped(core)}`"
    else:
        markup = linked(core, target_of(run))
    if _may_be_marked(whole_text, start + len(before), start + len(before) + len(core)):
        signs = [_SIGNS[kind] for kind in _ORDER if kind in kinds]
        for sign in dict.fromkeys(signs):
            if sign not in core:
                markup = f"{sign}{markup}{sign}"
    return before + markup + after


def target_of(run: Prose) -> str | None:
    """Return where a run leads."""
    return next((mark.target for mark in run.marks if mark.kind is MarkKind.LINK), None)


def _may_be_marked(text: str, start: int, end: int) -> bool:
    """Slack shows its signs as they are when a letter or digit stands directly beside them."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())
