"""Prose to mrkdwn: every word arrives, markup shows as markup, and nobody is notified."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.rendering.mrkdwn import bold, escaped, linked, mrkdwn
from index.reading.prose import Mark, MarkKind, Prose
from tests.slack.links import ADDRESS
from tests.slack.mentions import text_problems

LINK = re.compile(r"<([^<>|]+)\|([^<>]*)>")

TARGETS = st.sampled_from(
    [
        "https://x.example/a?b=1&c=2",
        "https://x.example/a b|c<d>\"e'f`",
        "mailto:a@x.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "../relative#id",
        "https://x.example/" + "a" * 5_000,
        "",
    ]
)
KINDS = st.sampled_from(list(MarkKind))


@st.composite
def proses(draw: st.DrawFn, alphabet: str = "") -> Prose:
    """Draw any text with any marks on it."""
    text = draw(st.text(alphabet, max_size=40) if alphabet else st.text(max_size=40))
    places = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(places, places, KINDS, TARGETS), max_size=6))
    kept = [Mark(min(a, b), max(a, b), kind, target) for a, b, kind, target in marks if a != b]
    return Prose(text, tuple(sorted(kept, key=lambda mark: (mark.start, -mark.end))))


@given(text=st.text())
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """Slack shows of an escaped text exactly that text, and finds no markup in it."""
    shown = escaped(text)
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    assert list(text_problems(shown, "text")) == []


@given(prose=proses())
def test_any_prose_is_safe(prose: Prose) -> None:
    """No text and no target of a handbook makes a mention or a link that cannot be opened."""
    assert list(text_problems(mrkdwn(prose), "text")) == []


@given(prose=proses(alphabet="ab æ&<>|\n"))
def test_every_word_arrives(prose: Prose) -> None:
    """Take the markup off, and the text is what the page says."""
    shown = LINK.sub(lambda match: match[2], mrkdwn(prose))
    plain = html.unescape(re.sub("[*_~`]", "", shown))
    assert plain.split() == prose.text.split()


@given(prose=proses(alphabet="ab\n"))
def test_no_mark_crosses_a_line(prose: Prose) -> None:
    """A mark over a line break is made on each line by itself: Slack's marks end with the line."""
    for line in mrkdwn(prose).split("\n"):
        assert [sign for sign in "*_~`" if line.count(sign) % 2] == []


def test_mentions_in_a_page_are_letters() -> None:
    """What would notify people is shown as it is written."""
    text = "Skriv <!channel>, <@U1>, <#C1>, <!subteam^S1> & @here"
    expected = "Skriv &lt;!channel&gt;, &lt;@U1&gt;, &lt;#C1&gt;, &lt;!subteam^S1&gt; &amp; @here"
    assert mrkdwn(Prose(text)) == expected


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://x.example/a?b=1&c=2", "https://x.example/a?b=1&amp;c=2"),
        ("https://x.example/a b", "https://x.example/a%20b"),
        ("https://x.example/a|b", "https://x.example/a%7Cb"),
        ("https://x.example/<b>", "https://x.example/%3Cb%3E"),
        ('https://x.example/"b"', "https://x.example/%22b%22"),
        ("https://x.example/å#ø", "https://x.example/å#ø"),
        ("HTTPS://x.example", "HTTPS://x.example"),
        ("mailto:løn@x.example", "mailto:løn@x.example"),
    ],
)
def test_link_opens(target: str, address: str) -> None:
    """What a browser opens is a link, with the characters that would end it encoded."""
    assert linked("a & b", target) == f"<{address}|a &amp; b>"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "../page.md#id",
        "#id",
        "/page",
        "//x.example/page",
        "https://",
        "mailto:",
        "!channel",
        "@U1",
        "https://x.example/" + "a" * ADDRESS,
        "",
        None,
    ],
)
def test_what_cannot_be_opened_is_text(target: str | None) -> None:
    """A target that nobody could or should open leaves its label alone."""
    assert linked("a <b>", target) == "a &lt;b&gt;"


def test_link_without_a_label_shows_nothing() -> None:
    """A link without words has nothing to click, and is no broken markup."""
    assert linked(" ", "https://x.example") == ""


def test_label_with_a_pipe_and_a_line_break_stays_whole() -> None:
    """A label keeps its words on one line, for a line break would end the link."""
    assert linked("a | b\nc", "https://x.example") == "<https://x.example|a | b c>"


def test_bold_only_where_slack_shows_it() -> None:
    """Inside a word or over a star, Slack would show the signs: there is no mark then."""
    strong = MarkKind.STRONG
    assert mrkdwn(Prose("en stor ting", (Mark(3, 7, strong),))) == "en *stor* ting"
    assert mrkdwn(Prose("forstørrelse", (Mark(3, 7, strong),))) == "forstørrelse"
    assert mrkdwn(Prose("en 2*3 ting", (Mark(3, 6, strong),))) == "en 2*3 ting"
    assert mrkdwn(Prose("(stor), ja", (Mark(1, 5, strong),))) == "(*stor*), ja"
    assert bold("a*b") == "a*b"
    assert bold("") == ""


def test_spaces_stay_outside_of_marks() -> None:
    """Slack shows a mark only where it touches its words."""
    assert mrkdwn(Prose("en stor ting", (Mark(2, 8, MarkKind.STRONG),))) == "en *stor* ting"


def test_highlight_inside_bold_is_bold_once() -> None:
    """A found word that is bold already has its stars once."""
    marks = (Mark(0, 8, MarkKind.STRONG), Mark(4, 8, MarkKind.HIGHLIGHT))
    assert mrkdwn(Prose("den stor", marks)) == "*den stor*"


def test_highlight_inside_a_word_leaves_bold_whole() -> None:
    """A name is bold from its first letter to its last, whatever of its words was asked for."""
    marks = (Mark(0, 15, MarkKind.STRONG), Mark(0, 6, MarkKind.HIGHLIGHT))
    assert mrkdwn(Prose("Indkøb: før køb", marks)) == "*Indkøb: før køb*"


def test_nested_marks_are_nested() -> None:
    """Bold inside a link inside italics shows as all three."""
    marks = (
        Mark(0, 4, MarkKind.EMPHASIS),
        Mark(0, 4, MarkKind.LINK, "https://x.example"),
        Mark(0, 4, MarkKind.STRONG),
    )
    assert mrkdwn(Prose("stor", marks)) == "*_<https://x.example|stor>_*"


def test_code_is_to_the_letter() -> None:
    """Code keeps its signs, and is no code where a backtick in it would end it."""
    assert mrkdwn(Prose("a<b>", (Mark(0, 4, MarkKind.CODE),))) == "`a&lt;b&gt;`"
    assert mrkdwn(Prose("a`b", (Mark(0, 3, MarkKind.CODE),))) == "a`b"


def test_mark_over_a_line_break_is_made_on_each_line() -> None:
    """Bold over two lines is two lines in bold."""
    assert mrkdwn(Prose("en\nto", (Mark(0, 5, MarkKind.STRONG),))) == "*en*\n*to*"
    link = Mark(0, 5, MarkKind.LINK, "https://x.example")
    assert mrkdwn(Prose("en\nto", (link,))) == "<https://x.example|en>\n<https://x.example|to>"


def test_picture_is_its_words() -> None:
    """A picture's alternative text is shown, without a link to the picture."""
    image = Mark(0, 4, MarkKind.IMAGE, "https://x.example/a.png")
    assert mrkdwn(Prose("Kort", (image,))) == "Kort"
