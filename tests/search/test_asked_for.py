"""What a question asks for, and which text has it."""

import pytest

from index.search.asked_for import Aspect, asked_for, aspects_in


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("hvem godkender regningen", Aspect.PERSON),
        ("Who do I call?", Aspect.PERSON),
        ("mailadresse på økonomi", Aspect.PERSON),
        ("hvordan får jeg en nøgle", Aspect.STEPS),
        ("how do I book a room", Aspect.STEPS),
        ("hvor ligger skabelonen", Aspect.PLACE),
        ("where is the template", Aspect.PLACE),
        ("hvornår lukker kantinen", Aspect.DATE),
        ("hvad tid skal jeg møde", Aspect.DATE),
        ("when is payday", Aspect.DATE),
        ("hvor mange fridage har jeg", Aspect.AMOUNT),
        ("hvor gammel skal min telefon være", Aspect.AMOUNT),
        ("hvad koster en time", Aspect.AMOUNT),
        ("how long is the notice period", Aspect.AMOUNT),
        ("ferie", Aspect.NOTHING),
        ("skabelon til referat", Aspect.NOTHING),
    ],
)
def test_question_words(question: str, aspect: Aspect) -> None:
    """Each question asks for one thing, and a look-up of words for none."""
    assert asked_for(question) is aspect


def test_two_things_at_once() -> None:
    """Who and when in one question are both asked for."""
    assert asked_for("hvem skal have den og hvornår") == Aspect.PERSON | Aspect.DATE


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Skriv til bodil@havn.example", Aspect.PERSON),
        ("Ring på 12 34 56 78", Aspect.PERSON | Aspect.AMOUNT),
        ("Spørg Bodil", Aspect.PERSON),
        ("se www.havn.dk", Aspect.PLACE),
        ("senest på fredag", Aspect.DATE),
        ("due every monday", Aspect.DATE),
        ("den 14. marts", Aspect.DATE | Aspect.AMOUNT),
        ("det koster 300 kroner", Aspect.AMOUNT),
        ("Maskinen står i køkkenet.", Aspect.NOTHING),
    ],
)
def test_shapes_of_answers(text: str, aspect: Aspect) -> None:
    """A text is seen to have what it has by its shape."""
    assert aspects_in(text) == aspect
