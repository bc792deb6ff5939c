"""An answer as text for a terminal; colours only where the terminal shows them."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from bot.answer import Answer, NotFound, Uncertain, Vague
from bot.wording.catalogue import Words, words_in
from bot.wording.colophon import colophon
from index.reading.block import Block, Fields, Listing, Paragraph, Quote, Table
from index.reading.each_prose import every_link
from index.reading.passages.passage import PassageKind
from index.reading.plain import BULLET, INDENT, PATH_SIGN, marker, plain_lines
from index.reading.prose import MarkKind, Prose
from index.search.excerpt import FURTHER_CHARACTERS, one_line
from index.search.retrieve import Hit

_STYLES = {
    MarkKind.STRONG: Style(bold=True),
    MarkKind.EMPHASIS: Style(italic=True),
    MarkKind.STRIKE: Style(strike=True),
    MarkKind.CODE: Style(color="cyan"),
    MarkKind.LINK: Style(underline=True),
    MarkKind.HIGHLIGHT: Style(bold=True, color="yellow"),
}


def show_answer(answer: Answer, console: Console) -> None:
    """Print the answer."""
    words = words_in(answer.language)
    if isinstance(answer, NotFound):
        console.print(Text(words.say("not-found"), style="bold"))
        console.print(Text(words.say("not-found-try")))
        if answer.contact:
            console.print(Text("\n" + words.say("not-found-contact")))
            _show_hit(answer.contact, words, console)
        return
    if isinstance(answer, Vague):
        _ask_back(answer, words, console)
        return
    if isinstance(answer, Uncertain):
        console.print(Text(words.say("uncertain"), style="bold"), end="\n\n")
    first, *further = answer.hits
    _show_hit(first, words, console)
    if further:
        console.print(Text("\n" + words.say("further"), style="bold"))
        _list_hits(further, console)


def _ask_back(answer: Vague, words: Words, console: Console) -> None:
    if answer.hits:
        console.print(Text(words.say("vague"), style="bold"))
        _list_hits(answer.hits, console)
    else:
        console.print(Text(words.say("vague-nothing"), style="bold"))
        console.print(Text(words.say("vague-example")))


def _list_hits(hits: Iterable[Hit], console: Console) -> None:
    for hit in hits:
        section = hit.passage.section
        console.print(Text.assemble(BULLET, section.heading, "  ", _address(hit)))
        console.print(Text(INDENT + one_line(hit.excerpt, FURTHER_CHARACTERS), style="dim"))


def _show_hit(hit: Hit, words: Words, console: Console) -> None:
    section = hit.passage.section
    console.print(Text(section.heading, style="bold underline"))
    if section.breadcrumb:
        console.print(Text(PATH_SIGN.join(section.breadcrumb), style="dim"))
    for line in _lines(hit.excerpt.blocks):
        console.print(line)
    if hit.passage.kind is PassageKind.LINK:
        for target in every_link(hit.excerpt.blocks):
            console.print(Text(f"→ {target}", style=Style(color="blue", link=target)))
    if facts := colophon(section, words):
        console.print(Text(facts, style="dim"))
    console.print(_address(hit))


def _address(hit: Hit) -> Text:
    link = hit.passage.section.link
    style = Style(color="blue", link=link.url if link.absolute else None)
    return Text(link.url, style=style)


def _lines(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph(prose):
                yield styled(prose)
            case Fields(pairs):
                for name, cell in pairs:
                    yield Text.assemble((f"{name.text}: ", "dim"), styled(cell))
            case Listing(items, _):
                for place, item in enumerate(items):
                    for number, line in enumerate(_lines(item.blocks)):
                        yield Text(INDENT if number else marker(block, place)) + line
            case Quote(inner):
                for line in _lines(inner):
                    yield Text("│ ", style="dim") + line
            case Table(header, rows):
                for row in (header, *rows) if block.named else rows:
                    yield Text(" | ").join(styled(cell) for cell in row)
            case _:
                yield from (Text(line) for line in plain_lines(block))


def styled(prose: Prose) -> Text:
    """Return the prose with its marks as styles."""
    text = Text(prose.text)
    for mark in prose.marks:
        if mark.kind in _STYLES and (mark.target or mark.kind is not MarkKind.LINK):
            text.stylize(_STYLES[mark.kind], mark.start, mark.end)
    return text
