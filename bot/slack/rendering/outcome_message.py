"""What can come of a question, each as the messages that say it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from slack_sdk.models.blocks import ButtonElement, DividerBlock

from bot.answer import Answered, NotFound, Uncertain, Vague
from bot.outcome import BeingRead, Faulted, NotAllowed, Outcome
from bot.slack.rendering.buttons import Subject, buttons_piece
from bot.slack.rendering.citation import (
    entry_pieces,
    head_pieces,
    link_pieces,
    source_pieces,
)
from bot.slack.rendering.control import Control
from bot.slack.rendering.issue import issue_address
from bot.slack.rendering.lines import Written
from bot.slack.rendering.packing import Layout, Message, messages
from bot.slack.rendering.piece import Extent, Piece, Shown, lines_of, text_piece
from bot.slack.rendering.structure import pieces_of
from bot.wording.catalogue import Words, words_in
from index.reading.plain import plain_text
from index.reading.prose import Mark, MarkKind, Prose
from index.search.retrieve import Hit


@dataclass(frozen=True, slots=True)
class Offered:
    """What the place where an answer is shown lets people do."""

    controls: frozenset[Control] = frozenset()
    """The controls that do something there; of these an answer shows those that it has use for."""
    issues: str = ""
    """Address of a new issue, with `{title}` and `{body}`; empty: none can be made."""
    command: str = ""
    """Name of the slash command, for help; empty where there is none."""
    tables: bool = True
    """Whether Slack's own tables are drawn there: the local Slack draws none."""

    @property
    def draws_tables(self) -> bool:
        """Whether a table may stand in the message.

        Slack's documents name no table in what one person sees alone, where a message that is
        refused cannot be told from one that was lost.
        """
        return self.tables and Control.SHARE not in self.controls


def outcome_messages(
    outcome: Outcome, offered: Offered, lead: Sequence[Piece] = ()
) -> tuple[Message, ...]:
    """Return the messages for whatever came of a question; at least one, most often one.

    `lead` is said before: whose answer it is, say.
    """
    words = words_in(outcome.language)
    layout = _layout(outcome, words, offered)
    return messages(replace(layout, head=[*lead, *layout.head]), words)


def _layout(outcome: Outcome, words: Words, offered: Offered) -> Layout:
    match outcome:
        case Answered():
            return _answered(outcome, words, offered)
        case Uncertain():
            return _uncertain(outcome, words, offered)
        case NotFound():
            return _not_found(outcome, words, offered)
        case Vague():
            return _vague(outcome, words, offered)
        case BeingRead():
            return Layout(_sentences([words.say("being-read")]))
        case Faulted(reference=reference):
            return Layout(_sentences([words.say("fault", reference=reference)]))
        case NotAllowed(refusal=refusal):
            return Layout(_sentences([words.say(f"not-allowed-{refusal}")]))
        case _ as never:
            assert_never(never)


def _answered(outcome: Answered, words: Words, offered: Offered) -> Layout:
    first, *further = outcome.hits
    subject = Subject(outcome.question, first.passage.section, words)

    def after(extent: Extent) -> list[Piece]:
        pieces = _listed(words.say("further"), entry_pieces(further))
        return pieces + buttons_piece([_buttons(subject, offered, extent)], words)

    return _excerpt(first, (), after, words, offered)


def _uncertain(outcome: Uncertain, words: Words, offered: Offered) -> Layout:
    first, *further = outcome.hits
    subject = Subject(outcome.question, first.passage.section, words)

    def after(extent: Extent) -> list[Piece]:
        pieces = _listed(words.say("choices"), entry_pieces(further))
        rows = [_choices(subject, further, offered), _buttons(subject, offered, extent)]
        return pieces + buttons_piece(rows, words)

    return _excerpt(first, [words.say("uncertain")], after, words, offered)


def _not_found(outcome: NotFound, words: Words, offered: Offered) -> Layout:
    contact = outcome.contact
    subject = Subject(outcome.question, None, words)

    def after(extent: Extent) -> list[Piece]:
        pieces = _listed(words.say("not-found-near"), link_pieces(outcome.near))
        ways = [*_browse(subject, offered), *_others(subject, offered)]
        if contact and extent is Extent.PART:
            whole = Subject(outcome.question, contact.passage.section, words)
            ways = [*_offered([Control.MORE], whole, offered), *ways]
        return pieces + buttons_piece([ways], words)

    lead = [words.say("not-found"), words.say("not-found-try")]
    if contact is None:
        return Layout(head=_sentences(lead), tail=after)
    return _excerpt(contact, [*lead, words.say("not-found-contact")], after, words, offered)


def _vague(outcome: Vague, words: Words, offered: Offered) -> Layout:
    subject = Subject(outcome.question, None, words)
    if outcome.hits:
        said = [words.say("vague")]
    else:
        said = [words.say("vague-nothing"), words.say("vague-example")]
        said += [words.say("vague-help", command=offered.command)] if offered.command else []
    row = [*_choices(subject, outcome.hits, offered), *_browse(subject, offered)]
    head = [*_sentences(said), *entry_pieces(outcome.hits)]
    return Layout(head=head, tail=lambda _: buttons_piece([row], words))


def _excerpt(
    hit: Hit,
    lead: Sequence[str],
    after: Callable[[Extent], Sequence[Piece]],
    words: Words,
    offered: Offered,
) -> Layout:
    """Return what is shown of a hit, with what is said before and what comes after it."""
    section = hit.passage.section
    all_said = plain_text(hit.excerpt.blocks) == plain_text(section.blocks)
    of_passage = Extent.WHOLE if hit.excerpt.whole else Extent.PART
    of_section = Extent.WHOLE if all_said else Extent.PART

    def tail(shown: Extent) -> list[Piece]:
        sources = source_pieces(section, words, shown.both(of_passage))
        return [*sources, *after(shown.both(of_section))]

    body = pieces_of(hit.excerpt.blocks, section, tables=offered.draws_tables)
    return Layout([*_sentences(lead), *head_pieces(section)], list(body), tail)


def _buttons(subject: Subject, offered: Offered, extent: Extent) -> list[ButtonElement]:
    """Return the buttons of an answer; where nothing more is to be seen, none that shows it."""
    more = [Control.MORE] if extent is Extent.PART else []
    first = [*more, Control.SHARE, Control.HELPFUL, Control.NOT_HELPFUL]
    return [*_offered(first, subject, offered), *_others(subject, offered)]


def _others(subject: Subject, offered: Offered) -> list[ButtonElement]:
    """Return the ways on where the handbook does not help."""
    person = _offered([Control.PERSON], subject, offered)
    address = issue_address(offered.issues, subject.question, subject.section, subject.words)
    return [*person, *([subject.button(Control.MISSING, address)] if address else [])]


def _browse(subject: Subject, offered: Offered) -> list[ButtonElement]:
    return _offered([Control.BROWSE], subject, offered)


def _choices(subject: Subject, hits: Sequence[Hit], offered: Offered) -> list[ButtonElement]:
    sections = [hit.passage.section for hit in hits]
    return subject.choices(sections) if Control.CHOICE in offered.controls else []


def _offered(
    controls: Sequence[Control], subject: Subject, offered: Offered
) -> list[ButtonElement]:
    return [subject.button(control) for control in controls if control in offered.controls]


def _listed(title: str, entries: Iterable[Piece]) -> list[Piece]:
    """Return a list under its title, nothing for an empty one."""
    listed = list(entries)
    strong = Prose(title, (Mark(0, len(title), MarkKind.STRONG),))
    return [Shown(DividerBlock(), ""), *lines_of(Written(strong)), *listed] if listed else []


def _sentences(said: Iterable[str]) -> list[Piece]:
    return [text_piece(Prose(sentence)) for sentence in said]
