"""Which words of a text answer the question's words, as ranges."""

from collections.abc import Iterator
from dataclasses import replace

from index.reading.block import Block
from index.reading.each_prose import each_prose
from index.reading.prose import Mark, MarkKind, Prose
from index.search.index import PART, Index
from index.search.language import Language
from index.search.question import Question
from index.search.words import Word, split_words


def matched_words(
    text: str, question: Question, index: Index
) -> Iterator[tuple[Word, frozenset[str]]]:
    """Yield each word of `text` that the question asks for, with the terms it answers."""
    wanted = question.terms
    for word in split_words(text):
        terms = frozenset(word_terms(word.text, index)) & wanted
        if terms:
            yield word, terms


def word_terms(word: str, index: Index) -> Iterator[str]:
    """Yield every term under which a word of the handbook may be found."""
    yield from index.analysis.every_term(word, index.languages)
    for part in (word, *index.compounds.parts(word)):
        yield PART + index.analysis.term(part, Language.DANISH)


def highlight_prose(prose: Prose, question: Question, index: Index) -> Prose:
    """Return `prose` with the words that answer marked."""
    marks = tuple(
        Mark(word.start, word.end, MarkKind.HIGHLIGHT)
        for word, _ in matched_words(prose.text, question, index)
    )
    return replace(prose, marks=prose.marks + marks) if marks else prose


def highlight(block: Block, question: Question, index: Index) -> Block:
    """Return `block` with the words that answer marked."""
    return each_prose(block, lambda prose: highlight_prose(prose, question, index))
