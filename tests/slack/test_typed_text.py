"""What a person typed, of what Slack sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.typed_text import named_in, question_text, words_in_text

TYPED = st.text() | st.text("<>@#!|&amp;lt :?U0", max_size=40)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<@U0BOT> hvem godkender?", "hvem godkender?"),
        ("hvem <@U0BOT|handbook> godkender", "hvem godkender"),
        ("<!here> <!subteam^S1|@økonomi> løn", "løn"),
        ("se <#C1|økonomi> og <#C2>", "se økonomi og"),
        ("hvad er <https://x.example/a?b=1&amp;c|x.example>", "hvad er x.example"),
        ("hvad er <https://x.example/a?b=1&amp;c>", "hvad er https://x.example/a?b=1&c"),
        ("<mailto:a@x.example|a@x.example>", "a@x.example"),
        ("løn &amp; ferie &lt;3 &gt;", "løn & ferie <3 >"),
        ("&amp;lt;", "&lt;"),
        ("to\nlinjer\t og  luft", "to linjer og luft"),
    ],
)
def test_words_of_a_question(typed: str, words: str) -> None:
    """Slack's markup is taken off: names go, links and channels are read as they are shown."""
    assert question_text(typed) == words


@pytest.mark.parametrize(
    "typed",
    ["", " ", "<@U0BOT>", "<@U0BOT> ?", "???", ":eyes:", ":+1: :wave::skin-tone-2: !", "🙌"],
)
def test_signs_are_no_words(typed: str) -> None:
    """A name, signs and emoji ask nothing by themselves."""
    assert words_in_text(typed) == ""


@pytest.mark.parametrize("typed", ["ferie", "kl. 10:30:45", "a:b:c", "7", "סיוע?"])
def test_words_stay_as_they_were_typed(typed: str) -> None:
    """One word or number is enough, and what looks like an emoji by chance stays."""
    assert words_in_text(typed) == typed


def test_emoji_are_no_words() -> None:
    """Nobody looks for the name of a smiley."""
    assert words_in_text(":wave: hvem godkender? :man-shrugging::skin-tone-2:") == "hvem godkender?"


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("hvem godkender?", ()),
        ("<@U0BOT> hvem?", ("U0BOT",)),
        ("<@U1> og <@W2|bo>, <@U1> igen", ("U1", "W2")),
        ("<!subteam^S1|@økonomi> kan I?", ("S1",)),
        ("<!here> <!channel> <#C1|økonomi> <https://x.example>", ()),
        ("&lt;@U1&gt;", ()),
    ],
)
def test_who_is_named(typed: str, named: tuple[str, ...]) -> None:
    """People and groups are named, each once; everybody, channels and links are not."""
    assert named_in(typed) == named


@given(text=TYPED)
def test_any_text_has_words(text: str) -> None:
    """Whatever is typed, its words stand on one line."""
    for words in (question_text(text), words_in_text(text)):
        assert words == " ".join(words.split())
    assert all(named_in(text))
