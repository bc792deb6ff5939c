"""Every outcome has its message: a test a row, and one that no kind is without."""

from typing import get_args

import pytest

from bot.answer import Answered, NotFound, Uncertain, Vague
from bot.outcome import KINDS, BeingRead, Faulted, Kind, NotAllowed, Outcome, Refusal
from bot.slack.rendering.control import Control, carried
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message
from index.contents import section_key
from index.search.index import Index
from index.search.language import Language
from index.search.retrieve import Hit
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.rendering.outcomes import ISSUES, NOTHING, PRIVATE, PUBLIC, found, said
from tests.slack.rendering.shown import message_problems, objects

PAGE = """# Økonomi

Her står alt om penge.

## Faktura

1. Godkend fakturaen.
2. Send den til [bogholderiet](mailto:bog@x.example).

## Ferie

Du har 25 dage.

## Kontakt

Skriv til Bo: bo@x.example
"""


@pytest.fixture(scope="module")
def handbook() -> Index:
    """A small handbook."""
    return index_of(PAGE)


@pytest.fixture(scope="module")
def hits(handbook: Index) -> dict[str, Hit]:
    """Its sections by their headings."""
    return {hit.passage.section.heading: hit for hit in hits_of_sections(handbook)}


def one(outcome: Outcome, offered: Offered = PUBLIC) -> Message:
    """Return the only message of an outcome."""
    (message,) = outcome_messages(outcome, offered)
    return message


def buttons(message: Message) -> dict[str, tuple[str, str]]:
    """Return each button's text and value by its action_id."""
    return {
        str(node.value["action_id"]): (_text(node.value["text"]), str(node.value["value"]))
        for node in objects(message.blocks)
        if node.kind == "button"
    }


def _text(value: object) -> str:
    return str(value["text"]) if isinstance(value, dict) else ""


def test_no_kind_is_without_a_message(hits: dict[str, Hit]) -> None:
    """Each kind of the table has an example here, and its messages say something."""
    examples = [*found(hits["Faktura"]), *said(Language.DANISH)]
    assert {type(example) for example in examples} == set(get_args(Outcome)) == set(KINDS)
    assert {KINDS[type(example)] for example in examples} == set(Kind)
    for example in examples:
        for message in outcome_messages(example, NOTHING):
            assert message.text.strip()
            assert message.blocks


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("offered", [NOTHING, PUBLIC, PRIVATE], ids=["nothing", "all", "private"])
@pytest.mark.parametrize("language", Language)
def test_every_outcome_is_taken_by_slack(
    hits: dict[str, Hit], offered: Offered, language: Language
) -> None:
    """In both languages and in every place, Slack takes them, and they say all they show."""
    further = [hits["Ferie"], hits["Kontakt"]]
    near = [hit.passage.section for hit in further]
    outcomes = [*found(hits["Faktura"], further, "hvem?", near), *said(language, "hvem?")]
    assert [
        problem
        for outcome in outcomes
        for problem in message_problems(outcome_messages(outcome, offered))
    ] == []


def test_answered_shows_the_section_and_what_is_further(hits: dict[str, Hit]) -> None:
    """The excerpt under its title, the way to it, two more sections, and the buttons."""
    answer = Answered("Hvem godkender?", Language.DANISH, (hits["Faktura"], hits["Ferie"]))
    assert one(answer).text.split("\n") == [
        "Faktura (Økonomi › Faktura): https://handbook.example/index.md#faktura",
        "1. Godkend fakturaen.",
        "2. Send den til bogholderiet (bog@x.example).",
        "Se også",
        "• Ferie (https://handbook.example/index.md#ferie)",
        "      Du har 25 dage.",
        "Knapper: Det hjalp; Det hjalp ikke; Spørg et menneske; Mangler det i håndbogen?",
    ]
    kinds = [block.type for block in one(answer).blocks]
    assert kinds == ["section", "context", "section", "divider", "section", "actions"]


def test_answered_alone_has_nothing_further(hits: dict[str, Hit]) -> None:
    """Without further sections there is no list of them, and without controls no button."""
    message = one(Answered("?", Language.DANISH, (hits["Ferie"],)), NOTHING)
    assert [block.type for block in message.blocks] == ["section", "context", "section"]
    assert "Se også" not in message.text
    assert "Knapper" not in message.text


def test_uncertain_says_so_and_offers_choices(hits: dict[str, Hit]) -> None:
    """It begins with its doubt; each further section is a choice that knows its section."""
    asked = Uncertain("penge?", Language.ENGLISH, tuple(hits.values())[:3])
    message = one(asked)
    assert message.text.startswith("I am not sure that this is the answer")
    assert "Or is it one of these?" in message.text
    offered = buttons(message)
    assert offered["choice:1"][0] == "Faktura"
    assert offered["choice:2"][0] == "Ferie"
    known = carried(offered["choice:2"][1])
    assert (known.question, known.section) == ("penge?", section_key(hits["Ferie"].passage.section))


def test_not_found_says_so_and_offers_the_contact_and_chapters(hits: dict[str, Hit]) -> None:
    """It says that there is nothing, shows whom to ask, and names the chapters that are near."""
    near = (hits["Økonomi"].passage.section, hits["Ferie"].passage.section)
    message = one(NotFound("yoga?", Language.DANISH, hits["Kontakt"], near=near))
    assert message.text.startswith("Jeg finder ikke noget om det i håndbogen.")
    assert "Skriv til Bo: bo@x.example" in message.text
    assert (
        "Disse kapitler kommer nærmest:\n• Økonomi (https://handbook.example/index.md#%C3%B8konomi)"
        in message.text
    )
    assert list(buttons(message)) == ["browse", "person", "missing"]
    assert carried(buttons(message)["person"][1]).question == "yoga?"
    assert carried(buttons(message)["person"][1]).section == ""


def test_not_found_without_contact_still_has_ways_on() -> None:
    """Where the handbook names nobody, the word to try and the chapters are left."""
    message = one(NotFound("yoga?", Language.ENGLISH, None))
    assert message.text.startswith("I find nothing about this in the handbook.\nTry the word")
    assert list(buttons(message)) == ["browse", "person", "missing"]


def test_vague_asks_back_with_choices(hits: dict[str, Hit]) -> None:
    """It asks which is meant: a line and a button for each section."""
    message = one(Vague("penge", Language.DANISH, (hits["Faktura"], hits["Ferie"])))
    assert message.text.split("\n") == [
        "Dit spørgsmål kan betyde flere ting. Er det et af disse?",
        "• Faktura (https://handbook.example/index.md#faktura)",
        "      1. Godkend fakturaen. 2. Send den til bogholderiet.",
        "• Ferie (https://handbook.example/index.md#ferie)",
        "      Du har 25 dage.",
        "Knapper: Faktura; Ferie; Se kapitlerne",
    ]
    assert list(buttons(message)) == ["choice:1", "choice:2", "browse"]


def test_vague_without_choices_shows_a_good_question() -> None:
    """Where nothing can be meant, it says what a question looks like, and offers the chapters."""
    message = one(Vague("hjælp", Language.DANISH, ()))
    assert message.text.split("\n") == [
        "Jeg kan ikke se, hvad dit spørgsmål handler om.",
        "Skriv med få ord, hvad det handler om, for eksempel: hvem godkender fakturaer?",
        "Hvad jeg ellers kan, fortæller /handbook.",
        "Knapper: Se kapitlerne",
    ]
    assert list(buttons(message)) == ["browse"]
    without = one(Vague("hjælp", Language.DANISH, ()), NOTHING)
    assert "/handbook" not in without.text


def test_fault_is_a_sentence_and_a_reference() -> None:
    """The person gets what to tell to whoever runs the bot."""
    message = one(Faulted(Language.ENGLISH, "3f2a"))
    assert "Something went wrong on my side" in message.text
    assert "3f2a" in message.text
    assert buttons(message) == {}


def test_handbook_being_read_says_when_to_ask_again() -> None:
    """Nothing is wrong; it takes a minute."""
    message = one(BeingRead(Language.DANISH))
    assert message.text.startswith("Jeg er stadig ved at læse håndbogen")


@pytest.mark.parametrize("refusal", Refusal)
def test_not_allowed_says_what_to_do_instead(refusal: Refusal) -> None:
    """Each refusal has its own sentence with a way on, in both languages."""
    ways = {
        Refusal.GUEST: ("Spørg den, der har inviteret dig", "Ask the person who invited you"),
        Refusal.STRANGER: ("Spørg din kontakt", "Ask your contact"),
        Refusal.UNKNOWN: ("Spørg igen om et minut", "ask again in a minute"),
        Refusal.CHANNEL: ("Skriv direkte til mig", "Write to me directly"),
    }
    for language, way in zip((Language.DANISH, Language.ENGLISH), ways[refusal], strict=True):
        message = one(NotAllowed(language, refusal))
        assert way in message.text
        assert buttons(message) == {}


def test_only_what_does_something_is_offered(hits: dict[str, Hit]) -> None:
    """What the place does not offer is not there, nor is a button that would show nothing new."""
    whole = Answered("?", Language.DANISH, (hits["Ferie"],))
    assert list(buttons(one(whole, NOTHING))) == []
    assert list(buttons(one(whole, PRIVATE))) == [
        "share",
        "helpful",
        "not-helpful",
        "person",
        "missing",
    ]
    only = Offered(frozenset({Control.MORE, Control.HELPFUL}))
    assert list(buttons(one(whole, only))) == ["helpful"]
    assert list(buttons(one(whole, Offered(issues=ISSUES)))) == ["missing"]


def test_more_is_offered_where_there_is_more() -> None:
    """A row of a table opens the section that it stands in."""
    index = index_of("# Koder\n\n|Kode|Godkender|\n|-|-|\n|NV|Bo|\n|HR|Eva|")
    row = next(hit for hit in hits_of_sections(index, rows=True) if hit.passage.kind == "row")
    message = one(Answered("NV?", Language.DANISH, (row,)))
    text, value = buttons(message)["more"]
    assert text == "Hele afsnittet"
    assert carried(value).section == section_key(row.passage.section)


def test_choice_made_is_an_answer(hits: dict[str, Hit]) -> None:
    """What a choice shows is the answer with that section alone."""
    message = one(Answered("penge", Language.DANISH, (hits["Ferie"],)))
    assert message.text.startswith(
        "Ferie (Økonomi › Ferie): https://handbook.example/index.md#ferie"
    )
