"""An answer as a Slack message: typed blocks for the eye, the whole answer in words for the ear."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    MarkdownTextObject,
    SectionBlock,
)

from bot.answer import Answer, Answered, NotFound, Vague
from bot.slack.limits import EXCERPT_CHARACTERS, SECTION_CHARACTERS, TEXT_BYTES
from bot.slack.rendering.lines import INDENT, block_lines
from bot.slack.rendering.mrkdwn import bold, escaped, linked, whole
from bot.wording.catalogue import Words, words_in
from bot.wording.colophon import BETWEEN, colophon
from index.reading.page import Section
from index.reading.plain import BULLET, PATH_SIGN
from index.search.excerpt import FURTHER_CHARACTERS, one_line
from index.search.fitting import ELLIPSIS
from index.search.retrieve import Hit

HEADING_CHARACTERS = 200
"""Longer headings are cut; the section below shows them whole in the handbook."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted."""

    text: str
    """The whole answer in plain words, escaped: notifications and screen readers have only this."""
    blocks: tuple[Block, ...]
    """The same for the eye."""


def answer_message(answer: Answer) -> Message:
    """Return the message for an answer."""
    words = words_in(answer.language)
    if isinstance(answer, NotFound):
        return _not_found(answer, words)
    if isinstance(answer, Vague) and not answer.hits:
        return notice_message(words.say("vague-nothing"), words.say("vague-example"))
    before = "vague" if isinstance(answer, Vague) else "uncertain"
    lead = () if isinstance(answer, Answered) else (words.say(before),)
    first, *further = answer.hits
    blocks = [*_plain_sections(lead), *_hit_blocks(first, words)]
    spoken = [*lead, *_spoken(first)]
    if further:
        blocks += [DividerBlock(), _section(_further_lines(further, words))]
        spoken += ["", words.say("further"), *(_named(hit) for hit in further)]
    return Message(_text(spoken), tuple(blocks))


def notice_message(*lines: str) -> Message:
    """Return a message of our own sentences: help, a fault, nothing typed."""
    return Message(_text(lines), tuple(_plain_sections(lines)))


def _not_found(answer: NotFound, words: Words) -> Message:
    lines = [words.say("not-found"), words.say("not-found-try")]
    blocks = _plain_sections(lines)
    if answer.contact:
        lead = words.say("not-found-contact")
        blocks += [_section([lead]), *_hit_blocks(answer.contact, words)]
        lines += [lead, *_spoken(answer.contact)]
    return Message(_text(lines), tuple(blocks))


def _hit_blocks(hit: Hit, words: Words) -> list[Block]:
    section = hit.passage.section
    title = bold(linked(_short(section.heading), _url(section)))
    blocks: list[Block] = [_section([title])]
    blocks.append(ContextBlock(elements=[_mrkdwn(escaped(_short(_path(section))))]))
    shown, left_out = _excerpt_sections(hit)
    blocks.extend(shown)
    notes = [colophon(section, words)]
    if left_out or not hit.excerpt.whole:
        notes.append(words.say("more-in-handbook"))
    if note := BETWEEN.join(filter(None, notes)):
        blocks.append(ContextBlock(elements=[_mrkdwn(escaped(note))]))
    return blocks


def _excerpt_sections(hit: Hit) -> tuple[list[Block], bool]:
    """Return the excerpt in sections, and whether some of a very long one is left out."""
    shown: list[Block] = []
    size = 0
    for lines in _chunks(block_lines(hit.excerpt.blocks)):
        size += sum(len(line) + 1 for line in lines)
        if shown and size > EXCERPT_CHARACTERS:
            return shown, True
        shown.append(_section(lines))
    return shown, False


def _further_lines(hits: Sequence[Hit], words: Words) -> list[str]:
    lines = [bold(escaped(words.say("further")))]
    for hit in hits:
        section = hit.passage.section
        lines.append(BULLET + linked(_short(section.heading), _url(section)))
        lines.append(INDENT + escaped(one_line(hit.excerpt, FURTHER_CHARACTERS)))
    return lines


def _spoken(hit: Hit) -> list[str]:
    return [_named(hit), hit.excerpt.text]


def _named(hit: Hit) -> str:
    section = hit.passage.section
    where = _url(section) or section.link.url
    return f"{_short(section.heading)} ({_short(_path(section))}): {where}"


def _url(section: Section) -> str | None:
    """Return an address that can be opened: the site's, else the file on its Git host."""
    return section.link.url if section.link.absolute else section.source.view or None


def _path(section: Section) -> str:
    """Return the way to the section; where nothing can be opened, its place on the site too."""
    steps = PATH_SIGN.join((*section.breadcrumb, section.heading))
    return steps if _url(section) else f"{steps} ({section.link.url})"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= HEADING_CHARACTERS else text[:HEADING_CHARACTERS] + ELLIPSIS


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Gather lines into sections that Slack accepts; an empty line alone shows nothing."""
    chunk: list[str] = []
    size = 0
    for line in lines:
        if chunk and size + len(line) + 1 > SECTION_CHARACTERS:
            yield chunk
            chunk, size = [], 0
        chunk.append(line)
        size += len(line) + 1
    if any(line.strip() for line in chunk):
        yield chunk


def _plain_sections(lines: Iterable[str]) -> list[Block]:
    return [_section([escaped(line)]) for line in lines if line.strip()]


def _section(lines: Sequence[str]) -> SectionBlock:
    text = "\n".join(lines)
    return SectionBlock(text=_mrkdwn(whole(text) or " "), expand=True)


def _mrkdwn(text: str) -> MarkdownTextObject:
    # verbatim: Slack must not look for names, channels or addresses of its own in the text.
    return MarkdownTextObject(text=text, verbatim=True)


def _text(lines: Iterable[str]) -> str:
    text = escaped("\n".join(lines)).strip()
    while len(text.encode()) > TEXT_BYTES:
        # A letter may be several bytes: shorten by what is too much until it fits.
        text = whole(text, len(text) - max(1, (len(text.encode()) - TEXT_BYTES) // 4))
    return text
