"""Excerpts as structure: steps, rows, tables and pictures, each as Slack shows it best."""

from dataclasses import replace
from typing import Any

import pytest

from bot.answer import Answered
from bot.slack.rendering.message import without_pictures
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message
from index.reading.page import Link
from index.reading.passages.passage import PassageKind
from index.search.language import Language
from index.search.retrieve import Hit
from index.source.provenance import FileLinks
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.big_pages import SITE
from tests.slack.rendering.outcomes import NOTHING, PRIVATE
from tests.slack.rendering.shown import message_problems, plain


def hit_of(markdown: str, kind: PassageKind = PassageKind.SECTION) -> Hit:
    """Return the first passage of a kind on a page."""
    index = index_of(f"# H\n\n{markdown}")
    return next(hit for hit in hits_of_sections(index, rows=True) if hit.passage.kind == kind)


def shown(hit: Hit, offered: Offered = NOTHING) -> Message:
    """Return the message for a hit."""
    (message,) = outcome_messages(Answered("?", Language.DANISH, (hit,)), offered)
    return message


def whole(hit: Hit) -> Hit:
    """Return the hit with nothing of it left out."""
    return replace(hit, excerpt=replace(hit.excerpt, blocks=hit.passage.blocks))


def blocks(message: Message, kind: str) -> list[dict[str, Any]]:
    """Return the blocks of a kind."""
    return [block.to_dict() for block in message.blocks if block.type == kind]


def markup(message: Message) -> str:
    """Return what stands in the sections below the title."""
    sections = blocks(message, "section")[1:]
    return "\n".join(block["text"]["text"] for block in sections if "text" in block)


def test_steps_are_numbered() -> None:
    """A flow has its numbers, for the eye and for the ear, and its highlights in bold."""
    message = shown(hit_of("3. Godkend H.\n4. Send\n   1. hertil\n   2. og hertil"))
    assert markup(message) == "3. Godkend *H*.\n4. Send\n      1. hertil\n      2. og hertil"
    assert "3. Godkend H.\n4. Send\n      1. hertil\n      2. og hertil" in message.text


def test_row_is_shown_as_fields() -> None:
    """Each cell of a row stands under its column's name, and is said after it."""
    row = hit_of("|Kode|Godkender|Mail|\n|-|-|-|\n|NV|**Bo**||\n|HR|Eva||", PassageKind.ROW)
    message = shown(row)
    (section,) = (block for block in blocks(message, "section") if "fields" in block)
    assert section["fields"] == [
        {"type": "mrkdwn", "text": "*Kode*\nNV", "verbatim": True},
        {"type": "mrkdwn", "text": "*Godkender*\n*Bo*", "verbatim": True},
    ]
    assert "Kode: NV\nGodkender: Bo" in message.text


@pytest.mark.usefixtures("slack_types")
def test_long_row_is_several_sections_of_fields() -> None:
    """A row of more columns than a section takes goes on in the next; too long a cell is lines."""
    names = "|".join(f"n{number}" for number in range(25))
    cells = "|".join("x" if number != 12 else "lang " * 500 for number in range(25))
    row = hit_of(f"|{names}|\n|{'-|' * 25}\n|{cells}|", PassageKind.ROW)
    message = outcome_messages(Answered("?", Language.DANISH, (whole(row),)), NOTHING)
    assert message_problems(message) == []
    sections = [block for one in message for block in blocks(one, "section")]
    counts = [len(block["fields"]) for block in sections if "fields" in block]
    assert counts == [10, 2, 10, 2]


TABLE = "|Kode|Godkender|\n|-|-|\n|NV|[Bo](https://x.example/bo)|\n||**Eva** & `co`|"


@pytest.mark.usefixtures("slack_types")
def test_table_is_slacks_own() -> None:
    """A table is drawn by Slack: names in bold, links and marks kept, no cell without text."""
    message = shown(hit_of(TABLE))
    (table,) = blocks(message, "table")
    cells = [[cell["elements"][0]["elements"] for cell in row] for row in table["rows"]]
    assert cells[0] == [
        [{"type": "text", "text": "Kode", "style": {"bold": True}}],
        [{"type": "text", "text": "Godkender", "style": {"bold": True}}],
    ]
    assert cells[1][1] == [{"type": "link", "url": "https://x.example/bo", "text": "Bo"}]
    assert cells[2] == [
        [{"type": "text", "text": " "}],
        [
            {"type": "text", "text": "Eva", "style": {"bold": True}},
            {"type": "text", "text": " & "},
            {"type": "text", "text": "co", "style": {"code": True}},
        ],
    ]
    assert plain(message.text).split("\n")[1:] == [
        "Kode | Godkender",
        "Kode: NV; Godkender: Bo (https://x.example/bo)",
        "Godkender: Eva & co",
    ]
    assert message_problems([message]) == []


@pytest.mark.parametrize(
    "offered", [PRIVATE, Offered(tables=False)], ids=["seen by one", "local Slack"]
)
def test_table_is_text_where_slack_draws_none(offered: Offered) -> None:
    """What only the asker sees has its tables as lines, and so has a Slack that draws none."""
    message = shown(hit_of(TABLE), offered)
    assert blocks(message, "table") == []
    assert "*Kode · Godkender*\nNV · <https://x.example/bo|Bo>" in markup(message)
    assert "Kode: NV; Godkender: Bo (https://x.example/bo)" in message.text


def test_second_table_is_text() -> None:
    """Slack takes one table in a message."""
    message = shown(hit_of(f"{TABLE}\n\nog\n\n|a|b|\n|-|-|\n|c|d|"))
    assert len(blocks(message, "table")) == 1
    assert "*a · b*\nc · d" in markup(message)


NO_TABLE = {
    "one column": "|a|\n|-|\n|b|",
    "21 columns": f"|{'a|' * 21}\n|{'-|' * 21}\n|{'b|' * 21}",
    "no rows": "|a|b|\n|-|-|",
    "in a quotation": "> |a|b|\n> |-|-|\n> |c|d|",
    "as large as no message": f"|a|b|\n|-|-|\n|{'c&' * 600}|d|",
}


@pytest.mark.parametrize("markdown", NO_TABLE.values(), ids=NO_TABLE.keys())
def test_table_without_room_is_text(markdown: str) -> None:
    """A table that Slack or a message has no room for is lines."""
    message = shown(whole(hit_of(markdown)))
    assert blocks(message, "table") == []
    assert "a" in message.text


PICTURE = "![Kort over kontoret](https://x.example/kort.png)"


@pytest.mark.usefixtures("slack_types")
def test_picture_is_shown_with_its_words() -> None:
    """A picture that anybody can fetch is shown; its words are its alternative, and are said."""
    message = shown(hit_of(f"Her:\n\n{PICTURE}\n\nog der."))
    (picture,) = blocks(message, "image")
    assert picture["image_url"] == "https://x.example/kort.png"
    assert picture["alt_text"] == "Kort over kontoret"
    assert markup(message) == "Her:\nog der."
    assert "Her:\nKort over kontoret\nog der." in message.text
    assert message_problems([message]) == []


def test_picture_in_a_step_keeps_its_step() -> None:
    """A picture within other words is shown below them, and they stay as they are."""
    message = shown(hit_of(f"1. Find den: {PICTURE}\n2. Gå derhen."))
    kinds = [block.type for block in message.blocks]
    assert kinds == ["section", "context", "section", "image", "section"]
    assert markup(message) == "1. Find den: Kort over kontoret\n2. Gå derhen."
    assert message.text.count("Kort over kontoret") == 1


def test_picture_that_is_a_link_keeps_its_link() -> None:
    """A picture that leads somewhere is shown below the link."""
    message = shown(hit_of(f"[{PICTURE}](https://x.example/plan)"))
    assert "<https://x.example/plan|Kort over kontoret>" in markup(message)
    assert len(blocks(message, "image")) == 1


NOT_SHOWN = {
    "not encrypted": "http://x.example/a.png",
    "another format": "https://x.example/a.svg",
    "WebP": "https://x.example/a.webp",
    "no format": "https://x.example/a",
    "an intranet": "https://intranet/a.png",
    "a house's network": "https://wiki.os2.internal/a.png",
    "a private address": "https://10.0.0.1/a.png",
    "this computer": "https://localhost/a.png",
    "with a password": "https://a:b@x.example/a.png",
    "data": "data:image/png;base64,AAAA",
    "without measure": f"{SITE}{'a' * 3_000}.png",
}


@pytest.mark.parametrize("address", NOT_SHOWN.values(), ids=NOT_SHOWN.keys())
def test_picture_that_slack_may_not_fetch_is_its_words(address: str) -> None:
    """Slack refuses a message whose picture it cannot fetch: in doubt there is none."""
    message = shown(hit_of(f"![Kort]({address})"))
    assert blocks(message, "image") == []
    assert "Kort" in message.text


def test_picture_on_a_git_host_is_its_words() -> None:
    """While no site is known, a picture leads to the host's page around it, which is none."""
    hit = hit_of("![Kort](https://github.com/os/hb/blob/main/a.png)")
    host = FileLinks(view="https://github.com/os/hb/blob/main/a.md#h")
    unknown = replace(hit.passage.section, link=Link("", "/a"), source=host)
    lost = replace(hit, passage=replace(hit.passage, section=unknown))
    assert blocks(shown(lost), "image") == []
    assert len(blocks(shown(hit), "image")) == 1


def test_many_pictures_are_a_few() -> None:
    """Of more pictures than anybody wants in a channel, the first are shown; words of the rest."""
    message = shown(hit_of("\n\n".join(PICTURE.replace("kort.", f"{n}.") for n in range(9))))
    assert len(blocks(message, "image")) == 5
    assert message.text.count("Kort over kontoret") == 9


@pytest.mark.usefixtures("slack_types")
def test_message_without_its_pictures_has_their_words() -> None:
    """What is sent once Slack could not fetch a picture is the same message with its words."""
    message = shown(hit_of(f"Her:\n\n{PICTURE} & &lt;!here&gt;\n\n{PICTURE}"))
    plainly = without_pictures(message)
    assert blocks(plainly, "image") == []
    assert plainly.text == message.text
    assert len(plainly.blocks) == len(message.blocks)
    assert message_problems([plainly]) == []
