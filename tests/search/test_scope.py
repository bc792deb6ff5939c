"""Within a scope nothing else is shown, and what is shown is as if nothing else were there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, NotFound, answer
from bot.terminal.known_question import read_questions
from index.contents import contents_of
from index.search.candidates import CANDIDATES, candidates, wanted
from index.search.encoder import load_encoder
from index.search.index import Index
from index.search.ranking import rank
from index.search.scope import EVERYTHING, KEPT, Scope
from index.search.semantic import embed_passages
from index.search.top import contenders
from index.search.understand import understand
from index.search.wanted import Wanted, total, worth
from tests.handbooks import shared
from tests.search.cast import cast, index_of, index_of_folder
from tests.search.corpora import CORPORA, TERMS, Corpus, weighed
from tests.search.semantic_models import static_model
from tests.search.test_any_question import QUESTIONS

PAGES = st.sampled_from([*cast().arrangement.pages, "f*", "*", "", "none.md", "*.md|x", "ferie.?d"])
GROUPS = st.lists(st.lists(PAGES, max_size=3).map(tuple), min_size=1, max_size=3)
SCOPES = GROUPS.map(lambda groups: Scope(tuple(groups)))
ALL = 1_000


def _shown(given_answer: Answer) -> set[str]:
    """Return the pages of everything that an answer shows."""
    hits = [given_answer.contact] if isinstance(given_answer, NotFound) else given_answer.hits
    near = given_answer.near if isinstance(given_answer, NotFound) else ()
    return {hit.passage.section.page for hit in hits if hit} | {one.page for one in near}


HOLDS = [
    ((), "hr/ferie.md", True),
    ((("hr/*",),), "hr/ferie.md", True),
    ((("hr/*",),), "hr/løn/satser.md", True),
    ((("hr/*",),), "hr.md", False),
    ((("HR/*",),), "hr/ferie.md", False),
    ((("it/*", "hr/*"),), "hr/ferie.md", True),
    ((("hr.md|hr/*",),), "hr/ferie.md", True),
    ((("hr.md|hr/*",),), "hr.md", True),
    ((("hr/*",), ("*/ferie.md",)), "hr/ferie.md", True),
    ((("hr/*",), ("*/ferie.md",)), "hr/løn.md", False),
    (((),), "hr/ferie.md", False),
    ((("hr/[[]1].md",),), "hr/[1].md", True),
]


@pytest.mark.parametrize(("wanted_pages", "page", "holds"), HOLDS)
def test_a_scope_holds_pages(
    wanted_pages: tuple[tuple[str, ...], ...],
    page: str,
    holds: bool,  # noqa: FBT001 - expected
) -> None:
    """Of each group one pattern has to fit; `*` reaches into folders, `|` stands between two."""
    assert Scope(wanted_pages).holds(page) is holds


def test_narrowing_never_widens() -> None:
    """What a channel is kept to holds for whoever asks in it."""
    scope = EVERYTHING.narrowed("hr/*").narrowed("hr/a.md", "it/*")
    assert scope.holds("hr/a.md")
    assert not scope.holds("it/b.md")
    assert not scope.holds("hr/b.md")


@settings(deadline=None, max_examples=300)
@given(question=QUESTIONS, scope=SCOPES)
def test_nothing_outside_is_ever_shown(question: str, scope: Scope) -> None:
    """Neither as an answer, nor as what is near, nor as the contact."""
    assert all(scope.holds(page) for page in _shown(answer(question, cast(), None, scope)))


@settings(deadline=None, max_examples=300)
@given(question=QUESTIONS, scope=SCOPES)
def test_the_order_is_that_of_everything(question: str, scope: Scope) -> None:
    """The passages and their scores are those of the full ranking that the scope holds."""
    index = cast()
    assert len(index.passages) < CANDIDATES
    asked = understand(question, index)
    # How much subjects count depends on what else has the words that were typed.
    assume(not asked.subjects)
    everything = rank(asked, index, ALL).ranked
    held = [one for one in everything if scope.holds(index.passages[one.passage].section.page)]
    within = rank(asked, index, ALL, scope).ranked
    assert [one.passage for one in within] == [one.passage for one in held]
    assert [one.score for one in within] == pytest.approx([one.score for one in held])
    assert [one.confidence for one in within] == pytest.approx([one.confidence for one in held])


@settings(deadline=None, max_examples=200)
@given(
    corpus=CORPORA,
    terms=st.lists(st.integers(0, TERMS - 1), min_size=1, max_size=4, unique=True),
    most=st.integers(1, 5),
    data=st.data(),
)
def test_the_best_within_are_the_best_of_those(
    corpus: Corpus, terms: list[int], most: int, data: st.DataObject
) -> None:
    """However many better ones there are elsewhere."""
    flags = st.lists(st.booleans(), min_size=len(corpus), max_size=len(corpus))
    within = np.array(data.draw(flags))
    postings = weighed(corpus)
    concepts = [Wanted(postings.rarity.item(term), ((1.0, (term,)),)) for term in terms]
    found, _ = contenders(concepts, postings, most, (), within)
    scores = total(worth(concepts, postings, np.arange(len(corpus)))) * within
    best = np.sort(scores[scores > 0])[::-1][:most]
    assert within[found].all()
    assert np.sort(scores[found])[::-1][: len(best)] == pytest.approx(best)


@pytest.fixture(scope="module")
def os2() -> Index:
    """Return the index of a real handbook."""
    return index_of_folder(shared("handbooks/os2"))


def test_a_scope_of_all_pages_changes_nothing(os2: Index) -> None:
    """Every known question has the very same answer, to the last bit of its scores."""
    for question in read_questions(shared("questions/os2.jsonl")):
        within = answer(question.text, os2, None, EVERYTHING.narrowed("*"))
        assert within == answer(question.text, os2) == answer(question.text, os2, None, EVERYTHING)


def test_each_chapter_of_a_real_handbook_answers_by_itself(os2: Index) -> None:
    """In each the best by their words are found, though the best of all stand elsewhere."""
    everywhere = np.arange(len(os2.passages))
    for chapter in contents_of(os2).chapters:
        scope = EVERYTHING.narrowed(chapter.pattern)
        mask = os2.within(scope)
        assert mask is not None
        assert mask.any()
        for question in read_questions(shared("questions/os2.jsonl")):
            given_answer = answer(question.text, os2, None, scope)
            assert all(scope.holds(page) for page in _shown(given_answer))
            asked = understand(question.text, os2)
            concepts = [wanted(concept, os2) for concept in asked.sought]
            rows = total(worth(concepts, os2.postings, everywhere)) * mask
            found = candidates(asked, os2, mask)
            assert len(found.passages) == min(CANDIDATES, np.count_nonzero(rows))


def test_the_contact_is_the_scope_s_own() -> None:
    """Who is asked at a loss is who the pages name that may answer, or nobody."""
    pages = {
        "hr.md": "# Kontakt\nHar du spørgsmål, så kontakt Rosa.\n",
        "it.md": "# Kontakt\nHar du spørgsmål, så kontakt Bo.\n",
        "ferie.md": "# Ferie\nFem uger om året.\n",
    }
    index = index_of(pages)
    for page, name in (("hr.md", "Rosa"), ("it.md", "Bo")):
        given_answer = answer("xyzzy", index, None, EVERYTHING.narrowed(page))
        assert isinstance(given_answer, NotFound)
        assert given_answer.contact
        assert name in given_answer.contact.excerpt.text
    nobody = answer("xyzzy", index, None, EVERYTHING.narrowed("ferie.md"))
    assert isinstance(nobody, NotFound)
    assert nobody.contact is None


def test_what_is_near_in_meaning_is_within(tmp_path: Path) -> None:
    """A passage that only its meaning finds is not shown where its page may not answer."""
    pages = {"a.md": "# Kæledyr\nEt kæledyr er velkomment.\n", "b.md": "# Løn\nHver måned.\n"}
    index = index_of(pages)
    encoder = load_encoder(str(static_model(tmp_path)))
    index = replace(index, meaning=embed_passages(index.passages, encoder))
    assert _shown(answer("må min vuffer komme?", index)) == {"a.md"}
    assert _shown(answer("må min vuffer komme?", index, None, EVERYTHING.narrowed("a.md"))) == {
        "a.md"
    }
    elsewhere = answer("må min vuffer komme?", index, None, EVERYTHING.narrowed("b.md"))
    assert isinstance(elsewhere, NotFound)


def test_a_scope_is_looked_up_once() -> None:
    """An index remembers the scopes that it was last asked within, and not without end."""
    index = index_of("# Ferie\nFem uger.\n")
    scope = EVERYTHING.narrowed("page.md")
    mask = index.within(scope)
    for number in range(KEPT - 1):
        index.within(EVERYTHING.narrowed(f"{number}.md"))
    assert index.within(scope) is mask
    for number in range(KEPT):
        index.within(EVERYTHING.narrowed(f"again/{number}.md"))
    assert index.within(scope) is not mask
    assert index.within(EVERYTHING) is None
