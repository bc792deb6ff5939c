"""Whatever is asked of whatever handbook, an answer comes out that keeps its promises."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Answer, NotFound, Vague, answer
from index.search.index import Index
from index.search.retrieve import HITS
from tests.search.cast import cast, index_of

WORDS = st.sampled_from(
    "ferie feriepenge faktura godkender regning skærm hvor er min the what hotel expenses å på aa"
    " OS2kle 2026 it’s 🙌 – adgangskdoe chefens medarbejderens løn sick \u202e \x00 \u0301"
    " ＡＢＣ ﬁ ß İ ſ 日本語 ١٢٣ e\u0301 ' ’s -- AND title:x".split(" ")
)
QUESTIONS = st.lists(WORDS | st.text(max_size=12), max_size=12).map(" ".join) | st.text()
LINES = st.sampled_from(
    [
        "# Ferie",
        "## Hvem godkender fakturaer?",
        "### Hotel",
        "Feriepenge udbetales i maj, og lønnen kommer sidst på måneden.",
        "The hotel is paid by the office; keep the receipt.",
        "- **Må jeg?** Ja, du må.",
        "1. Få en skærm",
        "2. Skriv til chefen",
        "| Navn | Mail |\n|---|---|\n| Anna | a@hb.example |\n| | |",
        "> Et råd om løn",
        "    kode",
        "🙌",
        "",
    ]
)
HANDBOOKS = st.lists(LINES, min_size=1, max_size=25).map("\n".join)


@cache
def _index(text: str) -> Index:
    return index_of({"a.md": text, "b.md": "# Andet\nIntet.\n"})


def _keeps_its_promises(given_answer: Answer, index: Index) -> None:
    if isinstance(given_answer, NotFound):
        return
    hits = given_answer.hits
    assert isinstance(given_answer, Vague) or hits
    assert len(hits) <= HITS
    places = [(hit.passage.section.page, hit.passage.section.line) for hit in hits]
    assert len(set(places)) == len(places)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(hit.confidence >= 0 for hit in hits)
    assert all(hit.passage in index.passages for hit in hits)


@settings(deadline=None, max_examples=300)
@given(question=QUESTIONS)
def test_any_question_of_the_cast(question: str) -> None:
    """Nothing that is typed fails: at most three sections, each once, the best first."""
    given_answer = answer(question, cast())
    assert given_answer.question == question
    _keeps_its_promises(given_answer, cast())


@settings(deadline=None, max_examples=60)
@given(text=HANDBOOKS, questions=st.lists(QUESTIONS, min_size=1, max_size=5))
def test_any_question_of_any_handbook(text: str, questions: list[str]) -> None:
    """The same of handbooks that a person could have written, the emptiest included."""
    index = _index(text)
    for question in questions:
        _keeps_its_promises(answer(question, index), index)


@settings(deadline=None)
@given(question=QUESTIONS)
def test_the_same_question_has_the_same_answer(question: str) -> None:
    """An index is only read: what was asked before changes no answer."""
    assert answer(question, cast()) == answer(question, cast())
