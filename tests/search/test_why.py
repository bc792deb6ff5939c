"""Every score can be taken apart, and the parts add up."""

import pytest
from hypothesis import given, settings

from index.search.question import Origin
from index.search.retrieve import retrieve
from index.search.score import Part
from index.search.tokens import Field
from index.search.why import Reason, Share, explain
from tests.search.cast import cast
from tests.search.test_any_question import QUESTIONS


@settings(deadline=None, max_examples=200)
@given(question=QUESTIONS)
def test_the_parts_add_up_to_the_score_shown(question: str) -> None:
    """The explanation has the hits of the answer in their order, and their scores as sums."""
    hits = retrieve(question, cast()).hits
    reasons = explain(question, cast()).reasons
    assert [reason.passage for reason in reasons] == [hit.passage for hit in hits]
    assert [reason.score for reason in reasons] == pytest.approx([hit.score for hit in hits])


def _best(question: str) -> Reason:
    return explain(question, cast()).reasons[0]


def _share(question: str, word: str) -> Share:
    return next(share for share in _best(question).shares if share.word == word)


@pytest.mark.parametrize(
    ("question", "word", "origin"),
    [
        ("adgangskoden", "adgangskoden", Origin.TYPED),
        ("adgangskdoe", "adgangskdoe", Origin.REPAIRED),
        ("vagt telefonen", "vagt telefonen", Origin.JOINED),
        ("lystbådefakturaer", "lystbådefakturaer", Origin.PART),
        ("where do I get a new password?", "password", Origin.TRANSLATION),
        ("hvem godkender bilaget", "bilaget", Origin.SYNONYM),
    ],
)
def test_each_word_is_told_with_its_origin(question: str, word: str, origin: Origin) -> None:
    """What a word was read as, and how that came from what was typed, is told."""
    shares = [share for reason in explain(question, cast()).reasons for share in reason.shares]
    assert origin in {share.origin for share in shares if share.word == word}


def test_a_share_is_rarity_times_weight_times_frequency() -> None:
    """The formula that is shown is the one that was counted."""
    share = _share("ferie", "ferie")
    assert share.value == pytest.approx(share.rarity * share.weight * share.frequency)
    assert share.weight == 1.0
    assert Field.HEADING in share.fields


def test_what_is_asked_for_is_told() -> None:
    """A name or a mail address counts for a question that asks who, and is told."""
    assert Part.ASKED_FOR in dict(_best("hvem godkender for færgekajen?").parts)
    assert Part.ASKED_FOR not in dict(_best("færgekajen godkender").parts)


def test_words_side_by_side_are_told() -> None:
    """Two asked words that stand together add what their nearness is worth."""
    assert dict(_best("fem ugers ferie").parts)[Part.NEAR] > 0


@pytest.mark.parametrize("question", ["", "🙌", "hydrofor"])
def test_nothing_found_has_no_reasons(question: str) -> None:
    """A question that finds nothing is explained by its words alone."""
    assert explain(question, cast()).reasons == ()
