"""What a message of a thread asks, with the subject that it goes on from."""

from dataclasses import dataclass

from bot.pointing_back import goes_on, points_back
from index.search.index import Index
from index.search.question import QUESTION_CHARACTERS, Concept, Question
from index.search.together import standing_together
from index.search.understand import understand


@dataclass(frozen=True, slots=True)
class InContext:
    """A question of a thread, with what it goes on from."""

    text: str
    """What is searched for: as it was typed, then in brackets the words that it goes on from."""
    subject: str
    """What the thread is about from now on."""


def in_context(text: str, subject: str, index: Index) -> InContext:
    """Return what a message asks in a thread about `subject`; empty where there is none yet."""
    new, old = understand(text, index), understand(subject, index)
    carried = _carried(new, old, index) if subject and old.telling else ()
    words = " ".join(concept.word for concept in carried)
    whole = f"{text} ({words})" if words else text
    about = whole if words or new.telling else subject
    return InContext(whole[:QUESTION_CHARACTERS], about[:QUESTION_CHARACTERS])


def _carried(new: Question, old: Question, index: Index) -> tuple[Concept, ...]:
    """Return what of the subject a new question goes on from.

    A question that names nothing asks of the subject; so does one that points back, and one that
    begins as an addition. One word alone (`who decides?`) may be asked of it or be a subject of
    its own: it is asked of it where the handbook, under a heading of the subject, has the word.
    Whatever names more is a subject of its own.
    """
    if not new.telling:
        return old.concepts
    back, on = points_back(new.text, new.language), goes_on(new.text)
    if not (back or on or _is_one_word(new)):
        return ()
    together = standing_together(new, old, index)
    if together and together.concepts:
        return together.concepts if back or on or together.headed else ()
    known = any(concept.readings for concept in new.concepts)
    return old.concepts if back or (on and not known) else ()


def _is_one_word(question: Question) -> bool:
    return len(question.concepts) == 1 and " " not in question.concepts[0].word
