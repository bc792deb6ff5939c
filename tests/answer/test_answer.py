"""What the handbook answers: over the six pages, and over a real handbook."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import (
    ANSWERED_CONFIDENCE,
    UNCERTAIN_CONFIDENCE,
    Answered,
    NotFound,
    Uncertain,
    Vague,
    answer,
)
from bot.near import NEAR_PAGES
from index.reading.passages.passage import PassageKind
from index.search.index import Index
from index.search.language import Language
from index.search.scope import EVERYTHING
from tests.handbooks import shared
from tests.search.cast import CAST, cast, index_of, index_of_folder
from tests.terminal.command import run

CONTACT = "Er du i tvivl, så skriv til Rosa på kontoret."


@cache
def _os2() -> Index:
    return index_of_folder(shared("handbooks/os2"))


def test_answered() -> None:
    """A question whose words stand together is answered, with the link that lands there."""
    given_answer = answer("Hvor mange ugers ferie har jeg?", cast())
    assert isinstance(given_answer, Answered)
    assert given_answer.question == "Hvor mange ugers ferie har jeg?"
    assert given_answer.language is Language.DANISH
    hit = given_answer.hits[0]
    section = hit.passage.section
    assert section.breadcrumb == ("Ferie og fravær",)
    assert section.link.url == "https://havn.example/ferie.html#ferie"
    assert section.owner == "Rosa"
    assert hit.excerpt.text == (
        "Alle har fem ugers ferie om året. Aftal ugerne med havnefogeden inden påske."
    )
    assert hit.excerpt.whole


def test_answered_in_english() -> None:
    """An English question about an English page has English words around its answer."""
    given_answer = answer("How much may a hotel room cost?", cast())
    assert isinstance(given_answer, Answered)
    assert given_answer.language is Language.ENGLISH
    assert (
        given_answer.hits[0].passage.section.link.url == "https://havn.example/travel.html#hotels"
    )


def test_uncertain() -> None:
    """A question of which half stands somewhere gets what is near, and is told so."""
    given_answer = answer("Hvor er hotel Montenegro?", cast())
    assert isinstance(given_answer, Uncertain)
    assert given_answer.hits[0].passage.section.heading == "Hotels"
    assert UNCERTAIN_CONFIDENCE <= given_answer.hits[0].confidence < ANSWERED_CONFIDENCE


def test_not_found_says_whom_to_ask() -> None:
    """Words that stand nowhere find nothing, and the contact section is shown in their place."""
    given_answer = answer("Hvordan afkalker jeg espressomaskinen?", cast())
    assert isinstance(given_answer, NotFound)
    assert given_answer.language is Language.DANISH
    assert given_answer.contact is not None
    assert given_answer.contact.passage.section.heading == "Kontakt"
    assert given_answer.contact.excerpt.text == CONTACT


def test_not_found_without_a_contact() -> None:
    """A handbook that does not say whom to ask claims nobody."""
    given_answer = answer("espressomaskine", index_of("# Ferie\nFem uger.\n"))
    assert given_answer == NotFound("espressomaskine", given_answer.language, None)


NEAR = {
    "løn.md": "# Løn\nHver måned.\n\n## Udbetaling\nLønnen står på kontoen den sidste hverdag.\n\n"
    "## Pension\nPensionen indbetales sammen med lønnen.\n",
    "rejser.md": "# Rejser\nBestil hos Bo.\n\n## Tog\nAnden klasse på kontoens regning.\n",
    "kaffe.md": "# Kaffe\nDer er kaffe hele dagen.\n",
}
SUBJECTS = ("Porto", "Musik", "Planter", "Vinduer", "Cykler")
SEARCHED = "zebra giraf elefant kontoen"


def test_not_found_names_the_nearest_chapters() -> None:
    """Pages with a little of what was asked are named by their first section, each once."""
    given_answer = answer(SEARCHED, index_of(NEAR))
    assert isinstance(given_answer, NotFound)
    assert {section.page for section in given_answer.near} == {"løn.md", "rejser.md"}
    assert [section.heading for section in given_answer.near if section.page == "løn.md"] == ["Løn"]


def test_not_found_names_no_chapter_outside_the_scope() -> None:
    """What may not answer is not named either."""
    scope = EVERYTHING.narrowed("rejser.md")
    given_answer = answer(SEARCHED, index_of(NEAR), None, scope)
    assert isinstance(given_answer, NotFound)
    assert [section.heading for section in given_answer.near] == ["Rejser"]


def test_not_found_names_no_more_than_three() -> None:
    """A list of all chapters helps nobody."""
    pages = {
        f"{name}.md": f"# {name}\nKontoen: {name}ting, {name}liste, {name}plan.\n"
        for name in SUBJECTS
    }
    given_answer = answer(SEARCHED, index_of({**NEAR, **pages}))
    assert isinstance(given_answer, NotFound)
    assert len(given_answer.near) == NEAR_PAGES
    assert len({section.page for section in given_answer.near}) == NEAR_PAGES


def test_without_any_evidence_no_chapter_is_near() -> None:
    """A word that stands nowhere is near to nothing."""
    given_answer = answer("xyzzy", index_of({"a.md": "# Ferie\nFem uger om året.\n"}))
    assert isinstance(given_answer, NotFound)
    assert given_answer.near == ()


def test_not_found_has_the_language_of_the_question() -> None:
    """The words around nothing are in the asker's language too."""
    given_answer = answer("where is the unicorn?", cast())
    assert isinstance(given_answer, NotFound)
    assert given_answer.language is Language.ENGLISH


def test_approver_of_a_product_in_a_real_handbook() -> None:
    """Who approves invoices for a product is one row of a long table, with the mail in it."""
    given_answer = answer("hvem godkender fakturaer for OS2kle?", _os2())
    assert isinstance(given_answer, Answered)
    hit = given_answer.hits[0]
    assert hit.passage.kind is PassageKind.ROW
    assert hit.passage.section.page == "docs/processes/os2_faktura_godkender.md"
    fields = dict(line.split(": ", 1) for line in hit.excerpt.text.split("\n"))
    assert fields["Projektnavn"] == "OS2kle"
    assert fields["Intern godkender"].endswith(" faktura@os2.eu")
    assert fields["Ekstern godkender"].endswith(" jbp@syddjurs.dk")


NO_WORDS = ["", " ", "\n", "🙌", "🙌 👩‍👩‍👧 🇩🇰", "?!…", "\x00", "\u202e\u202d\u2066"]


@pytest.mark.parametrize("question", NO_WORDS)
def test_a_question_without_words(question: str) -> None:
    """Signs alone ask nothing: it is asked back, with nothing to choose from."""
    assert answer(question, cast()) == Vague(question, Language.DANISH, ())


NO_SUBJECT = [
    *("hvad er det", "hvor og hvornår", "og", "hvordan gør jeg?", "hjælp", "hvem?"),
    *("kan du hjælpe mig med noget", "fortæl mig noget", "jeg har et problem", "må jeg det"),
    *("who are you", "the", "what is it?", "help", "how do I do that?", "can you tell me?"),
]


@pytest.mark.parametrize("question", NO_SUBJECT)
def test_a_question_without_a_subject_is_asked_back(question: str) -> None:
    """Words that only ask are about nothing: what is near is offered, the nearest first."""
    given_answer = answer(question, cast())
    assert isinstance(given_answer, Vague)
    assert given_answer.question == question
    scores = [hit.score for hit in given_answer.hits]
    assert scores == sorted(scores, reverse=True)
    assert not given_answer.hits or given_answer.hits[0].confidence >= UNCERTAIN_CONFIDENCE


@pytest.mark.parametrize("question", ["ferie", "noget om ferie", "something about hotels"])
def test_one_word_is_a_subject(question: str) -> None:
    """A single word that tells something is enough to be answered by."""
    assert isinstance(answer(question, cast()), Answered)


@pytest.mark.parametrize(
    "question",
    [
        "ferie " * 1_700,
        "x" * 10_000,
        "æ" * 10_000,
        "1" * 10_000,
        ("ferie. " * 2 + "\u0301" * 50) * 100,
        "אני \u202eferie\u202c عطلة",
        "\u200fferie\u200e \u2028 \x85 \x1b[31m",
        "ferie\x00\x01\x02\ud800",
    ],
    ids=lambda question: repr(question[:8]),
)
def test_long_and_foreign_questions(question: str) -> None:
    """Ten thousand characters, right-to-left and control characters are a question like others."""
    given_answer = answer(question, cast())
    assert given_answer.question == question
    if not isinstance(given_answer, NotFound):
        assert given_answer.hits[0].passage.section.heading == "Ferie"


def test_a_word_of_many_known_words_ends() -> None:
    """A thousand letters that come apart in a thousand ways are answered before anybody leaves."""
    done = run(CAST.parent, "ask", "--json", "--content", str(CAST), "ferie" * 200, seconds=30)
    assert json.loads(done.out)["question"] == "ferie" * 200


@settings(deadline=None)
@given(question=st.text())
def test_an_answer_never_fails(question: str) -> None:
    """Whatever is typed, one of the outcomes comes out, as sure as its confidence says."""
    given_answer = answer(question, cast())
    match given_answer:
        case NotFound(contact=contact):
            assert contact is not None
        case Uncertain(hits=hits):
            assert hits[0].confidence >= UNCERTAIN_CONFIDENCE
            assert hits[0].confidence < ANSWERED_CONFIDENCE
        case Answered(hits=hits):
            assert hits[0].confidence >= ANSWERED_CONFIDENCE
        case Vague(hits=hits):
            assert not hits or hits[0].confidence >= UNCERTAIN_CONFIDENCE


def test_empty_index() -> None:
    """A handbook whose pages say nothing answers that it has nothing."""
    given_answer = answer("ferie", index_of("<!-- intet -->\n"))
    assert given_answer == NotFound("ferie", given_answer.language, None)
