"""Which language a text is in, and which words only ask."""

import pytest

from index.search.language import Language, is_function_word, judge
from index.search.understand import understand
from tests.search.cast import cast, index_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvordan får jeg en ny computer?", Language.DANISH),
        ("hvor naar og hvordan", Language.DANISH),
        ("How do I get a new computer?", Language.ENGLISH),
        ("where's the key", Language.ENGLISH),
        ("faktura", None),
        ("kaffe på fredag", Language.DANISH),
        ("smørrebrød", Language.DANISH),
        ("", None),
        ("🙌 2026 !", None),
        ("日本語", None),
    ],
)
def test_language_of_a_text(text: str, language: Language | None) -> None:
    """The words that belong to one language only tell it; without any it is not guessed."""
    assert judge((text,)).clear() is language


@pytest.mark.parametrize(("text", "language"), [("ferie", "da"), ("hotels for the", "en")])
def test_a_question_that_does_not_tell_has_the_handbooks_language(text: str, language: str) -> None:
    """Words without a language are answered in the handbook's, others in their own."""
    assert understand(text, cast()).language == language


@pytest.mark.parametrize(
    "word", ["hvor", "hvornår", "hvornaar", "hvornar", "på", "paa", "pa", "er", "jeg"]
)
def test_words_that_only_ask(word: str) -> None:
    """Function words are known in every spelling."""
    assert is_function_word(word, Language.DANISH)


@pytest.mark.parametrize("word", ["nøgle", "hår", "ål", "vår", "ferie", "løn", "møde"])
def test_words_with_a_subject(word: str) -> None:
    """A word is no function word because it would be one in plain letters (nøgle, nogle)."""
    assert not is_function_word(word, Language.DANISH)


def test_function_words_are_not_searched() -> None:
    """They count where two passages are equal, but they are none of the concepts."""
    asked = understand("hvordan er det med en ferie på kontoret", cast())
    assert [concept.word for concept in asked.concepts] == ["ferie", "kontoret"]


def test_pages_are_judged_each_by_itself() -> None:
    """A handbook in two languages has both, the more frequent one first."""
    danish = "# Ferie\nDu har ret til ferie, og den skal du holde, når det passer.\n"
    english = "# Holiday\nYou have the right to it and you should take it when it suits.\n"
    both = index_of({"a.md": danish, "b.md": english, "c.md": danish})
    assert both.languages == (Language.DANISH, Language.ENGLISH)
    assert index_of({"a.md": english}).languages == (Language.ENGLISH,)
