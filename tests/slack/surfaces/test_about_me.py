"""What is kept about somebody is told in plain words, and gone when they say so."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.surfaces.about_me import kept_message
from bot.slack.surfaces.forgetting import FORGET, KEEP, forget_message
from bot.store.erasure import Kept
from bot.store.feedback import Feedback, Reason, Verdict
from bot.store.store import StoreAwayError
from bot.store.who import Who
from bot.wording.catalogue import words_in
from index.search.index import Index
from index.search.language import Language
from tests.slack.answers import posted
from tests.slack.any_markdown import TYPED
from tests.slack.deliveries import ASTRID, CHANNEL
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.surfaces.any_contents import LANGUAGES
from tests.slack.surfaces.bench import TEAM, Bench, on_bench, pressed
from tests.slack.validator import problems

ENGLISH = words_in(Language.ENGLISH)
ME = Who(TEAM, ASTRID)
NOW = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
NOTHING = Kept((), None, {"replies": 0, "works": 0, "channels": 0}, None)

FEEDBACK = st.builds(
    Feedback,
    by=st.just(ME),
    answer=st.just("C0:1"),
    section=st.just(""),
    page=st.just(""),
    verdict=st.sampled_from(Verdict),
    reason=st.none() | st.sampled_from(Reason),
    comment=TYPED,
    question=TYPED,
    at=st.none() | st.just(NOW),
)
KEPT = st.builds(
    Kept,
    feedback=st.lists(FEEDBACK, max_size=12).map(tuple),
    language=st.none() | st.sampled_from(("da", "en", "xx")),
    counts=st.dictionaries(
        st.sampled_from(("replies", "works", "channels", "other")), st.integers(0, 3)
    ),
    oldest=st.none() | st.just(NOW),
)


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None)
@given(kept=KEPT, language=LANGUAGES)
def test_whatever_is_kept_can_be_told(kept: Kept, language: Language) -> None:
    """Whatever somebody wrote, the message that tells it is one that Slack takes."""
    message = kept_message(kept, "/handbook", words_in(language))
    assert problems("chat.postMessage", posted(message)) == ()


def test_everything_is_named_with_how_long() -> None:
    """Each kind of thing stands there, with how long it is kept and how to delete it."""
    feedback = Feedback(
        ME, "C0:1", "", "", Verdict.NOT_HELPFUL, Reason.OUTDATED, "Old.", "Who?", NOW
    )
    kept = Kept((feedback,) * 7, "da", {"replies": 2, "works": 1, "channels": 1}, NOW)
    text = kept_message(kept, "/handbook", ENGLISH).text
    for part in (
        "What you said of 7 answers, kept for 365 days",
        "14 March 2026: it did not help, it is out of date",
        "You had asked: Who?",
        "You wrote: Old.",
        "2 more answers",
        "Dansk",
        "2 questions of yours, for 24 hours",
        "1 question of yours that I am answering",
        "in 1 channel",
        "The oldest of it is from 14 March 2026",
        "/handbook forget me",
    ):
        assert part in text


def test_nothing_is_kept() -> None:
    """Where nothing is kept, that is said."""
    assert "I keep nothing about you" in kept_message(NOTHING, "/handbook", ENGLISH).text


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("language", Language)
def test_forgetting_is_asked_first(language: Language) -> None:
    """The question says what goes and what stays, and has an answer for both."""
    message = forget_message(words_in(language))
    assert problems("chat.postMessage", posted(message)) == ()
    assert FORGET in str(message.blocks[-1].to_dict())
    assert KEEP in str(message.blocks[-1].to_dict())


def answering(action: str, url: str) -> dict[str, Any]:
    """Return the press of an answer to the question."""
    body = pressed({"type": "button", "action_id": action})
    container = {"type": "message", "channel_id": CHANNEL, "is_ephemeral": True}
    return {**body, "container": container, "response_url": url}


def test_forgotten_and_told(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Who says so is forgotten, told what is gone in the question's place, and kept no more."""

    async def story(bench: Bench) -> None:
        store = bench.desk.store
        await store.preferences.choose(ME, "en")
        said = Feedback(ME, "C0:1", "", "", Verdict.HELPFUL, question="Who?", at=datetime.now(UTC))
        await store.feedback.keep(said)
        await bench.deliver(answering(FORGET, slack.response_url))
        told = bench.last(RESPONSE_URL)
        assert told["replace_original"]
        assert "I have forgotten this" in told["text"]
        assert "You had asked: Who?" in told["text"]
        assert (await store.kept_about(ME)).feedback == ()
        assert await store.preferences.language(ME) is None
        await bench.deliver(answering(FORGET, slack.response_url))
        assert "Der var intet at glemme" in bench.last(RESPONSE_URL)["text"]

    on_bench(slack, tmp_path, index, story)


def test_kept_all_the_same(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Who thinks better of it loses nothing."""

    async def story(bench: Bench) -> None:
        await bench.desk.store.preferences.choose(ME, "en")
        await bench.deliver(answering(KEEP, slack.response_url))
        assert "nothing was deleted" in bench.last(RESPONSE_URL)["text"]
        assert await bench.desk.store.preferences.language(ME) == "en"

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize(
    ("error", "said"), [(StoreAwayError, "kan ikke nås"), (KeyError, "referencen")]
)
def test_what_keeps_it_from_being_forgotten_is_said(
    slack: FakeSlack,
    tmp_path: Path,
    index: Index,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    said: str,
) -> None:
    """A store that is away, or a fault of ours, is never passed over in silence."""

    async def broken(*_: object) -> None:
        raise error

    async def story(bench: Bench) -> None:
        monkeypatch.setattr(type(bench.desk.store), "forget", broken)
        await bench.deliver(answering(FORGET, slack.response_url))
        assert said in bench.last(RESPONSE_URL)["text"]

    on_bench(slack, tmp_path, index, story)
