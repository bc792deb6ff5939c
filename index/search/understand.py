"""Text to a question over an index; nothing that is typed is an error."""

from collections.abc import Iterator

from index.search.asked_for import asked_for
from index.search.index import Index
from index.search.language import Language, is_function_word, judge
from index.search.question import QUESTION_CHARACTERS, Concept, Question
from index.search.term_encoder import PART
from index.search.word_reading import Reader
from index.search.words import split_words


def understand(text: str, index: Index) -> Question:
    """Return what `text` asks, each word with the ways in which this handbook may write it."""
    text = text[:QUESTION_CHARACTERS]
    clear = judge((text,)).clear()
    language = clear or index.languages[0]
    words = [word.text for word in split_words(text)]
    told = [word for word in words if not is_function_word(word, language)]
    reader = Reader(index, language, (clear,) if clear else tuple(Language), words, told)
    groups = tuple(dict.fromkeys(_grouped(told or words, index)))
    taken = {word for group in groups for word in group}
    asking = [word for word in dict.fromkeys(words) if word not in taken] if told else []
    concepts = tuple(reader.concept(group) for group in groups)
    rarity = sum(concept.rarity for concept in concepts)
    return Question(
        text=text,
        language=language,
        concepts=concepts,
        telling=bool(told),
        asking=tuple(_asking(asking, reader, index)),
        subjects=tuple(reader.subjects(told, rarity)),
        asks_for=asked_for(text),
    )


def _grouped(words: list[str], index: Index) -> Iterator[tuple[str, ...]]:
    """Yield each word, two neighbours together where the handbook writes them as one."""
    place = 0
    while place < len(words):
        pair = tuple(words[place : place + 2])
        size = len(pair) if _written_as_one("".join(pair), index) else 1
        yield pair[:size]
        place += size


def _written_as_one(word: str, index: Index) -> bool:
    """Return whether the handbook has `word`, by itself or as the part of a name."""
    part = PART + index.analysis.term(word, Language.DANISH)
    return word in index.spelling.counts or part in index.lexicon


def _asking(words: list[str], reader: Reader, index: Index) -> Iterator[Concept]:
    """Yield the function words: they tell a heading that asks the same from one that does not."""
    for word in words:
        readings = tuple(reader.as_typed(word))
        if readings:
            rarity = max(index.rarity(reading.terms[0]) for reading in readings)
            yield Concept(word, readings, index.weights.asking * rarity)
