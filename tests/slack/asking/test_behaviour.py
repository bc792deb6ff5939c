"""How the bot behaves in a channel, and towards whom: as its settings and the channel's say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.outcome import Kind
from bot.slack.manners import Manners
from bot.store.channels import ChannelSettings, Mode
from bot.store.replies import Reply
from bot.store.who import Where, Who
from tests.slack.deliveries import ASTRID, CHANNEL, TS, delivery, direct, mention
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.library import Shelf
from tests.slack.working import Bot, at_work

INVOICE = "hvem godkender fakturaer?"
EDITED = f"{int(float(TS)) + 20}.000000"
HERE = Where("T0", CHANNEL)


@pytest.fixture
def bot(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> Iterator[Bot]:
    """A bot with the example handbook."""
    with at_work(slack, shelf, tmp_path) as working:
        yield working


def posts(slack: FakeSlack) -> list[dict[str, Any]]:
    """Return what was posted."""
    return [dict(sent) for sent in slack.sent("chat.postMessage")]


def behave(bot: Bot, settings: ChannelSettings) -> None:
    """Set how it behaves in the channel."""
    bot.run(bot.working.desk.store.channels.keep(HERE, settings, Who("T0", "U0ADMIN")))


def said(text: str, ts: str = TS, **fields: object) -> dict[str, object]:
    """Return the event of a message in the channel that does not name the bot."""
    return {
        "type": "message",
        "channel_type": "channel",
        "user": ASTRID,
        "text": text,
        "ts": ts,
        "channel": CHANNEL,
        **fields,
    }


def test_a_channel_may_have_its_questions_answered(bot: Bot, slack: FakeSlack) -> None:
    """Where that was set, a question is answered without a mention, in a thread."""
    behave(bot, ChannelSettings(Mode.QUESTIONS))
    bot.deliver(delivery(said(INVOICE)))
    (sent,) = posts(slack)
    assert sent["thread_ts"] == TS


@pytest.mark.parametrize("text", ["Kage i køkkenet!", "<@U0OTHER> hvem godkender den?", "tak", "?"])
def test_talk_in_such_a_channel_is_left_alone(bot: Bot, slack: FakeSlack, text: str) -> None:
    """What is no question, or one to somebody else, has no answer."""
    behave(bot, ChannelSettings(Mode.QUESTIONS))
    bot.deliver(delivery(said(text)))
    assert posts(slack) == []


def test_a_silent_channel_hears_nothing(bot: Bot, slack: FakeSlack) -> None:
    """Where the bot is silent, who mentions it is answered alone, and told why."""
    behave(bot, ChannelSettings(Mode.SILENT))
    bot.deliver(delivery(mention(INVOICE)))
    assert {sent["channel"] for sent in posts(slack)} == {ASTRID}
    assert "stille" in posts(slack)[0]["text"]
    assert "faktura" in posts(slack)[-1]["text"].lower()


def test_a_channel_may_answer_from_some_chapters(bot: Bot, slack: FakeSlack) -> None:
    """Only the chosen pages answer there."""
    behave(bot, ChannelSettings(chapters=("docs/processes/absence_and_holiday.md",)))
    bot.deliver(delivery(mention(INVOICE)))
    (sent,) = posts(slack)
    assert "invoice_approvers" not in str(sent)


@pytest.mark.parametrize(
    ("fields", "word"),
    [({"is_restricted": True}, "gæst"), ({"team_id": "T0OTHER"}, "organisation")],
)
def test_who_is_no_member_is_politely_refused(
    bot: Bot, slack: FakeSlack, fields: dict[str, object], word: str
) -> None:
    """A guest or a stranger is told so, alone, and sees nothing of the handbook."""
    slack.workspace.person(ASTRID, **fields)
    bot.deliver(delivery(mention(INVOICE)))
    (sent,) = posts(slack)
    assert sent["channel"] == ASTRID
    assert word in sent["text"].lower()
    assert "godkender" not in sent["text"].lower()


def test_a_stranger_sees_public_pages(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> None:
    """Where pages are public, they answer people of other organisations, and no other page does."""
    slack.workspace.person(ASTRID, team_id="T0OTHER")
    manners = Manners("/handbook", public=("docs/processes/absence_and_holiday.md",))
    with at_work(slack, shelf, tmp_path, manners) as bot:
        bot.deliver(delivery(mention("hvordan søger jeg ferie?")))
        bot.deliver(delivery(mention(INVOICE, ts=EDITED), "Ev2"))
    assert "ferie" in posts(slack)[0]["text"].lower()
    assert "invoice_approvers" not in str(posts(slack))


def test_refusals_are_counted(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> None:
    """Whoever watches over the bot sees how many were refused."""
    counted: list[Kind] = []
    slack.workspace.person(ASTRID, is_restricted=True)
    with at_work(slack, shelf, tmp_path, count=counted.append) as bot:
        bot.deliver(delivery(mention(INVOICE)))
    assert counted == [Kind.NOT_ALLOWED]


@pytest.mark.parametrize("word", ["is_archived", "not_in_channel", "channel_not_found"])
def test_what_cannot_be_posted_reaches_the_asker(bot: Bot, slack: FakeSlack, word: str) -> None:
    """Where a channel takes no answer, the asker has it in a direct message, and knows why."""
    slack.answer("chat.postMessage", refuses(word))
    bot.deliver(delivery(mention(INVOICE)))
    refused, lead, answer = posts(slack)
    assert (refused["channel"], lead["channel"], answer["channel"]) == (CHANNEL, ASTRID, ASTRID)
    assert "faktura" in answer["text"].lower()


def test_an_edited_question_has_its_answer_updated(bot: Bot, slack: FakeSlack) -> None:
    """Who corrects a question within a minute reads the answer to what it says now."""
    bot.deliver(delivery(mention("hvem godkender ferie?")))
    bot.deliver(delivery(changed("hvem godkender ferie?", INVOICE), "Ev2"))
    (sent,), (updated,) = posts(slack), slack.sent("chat.update")
    assert updated["ts"] == slack.workspace.thread(CHANNEL, TS)[-1]["ts"]
    assert sent["text"] != updated["text"]
    assert "faktura" in str(updated["text"]).lower()


def test_an_answer_that_became_shorter_leaves_nothing_over(bot: Bot, slack: FakeSlack) -> None:
    """Of an answer in several messages, those that are not needed after an edit are deleted."""
    messages = tuple(slack.workspace.say(CHANNEL, "U0BOT", said) for said in ("one", "two"))
    kept = Reply(messages, Who("T0", ASTRID))
    bot.run(bot.working.desk.store.replies.keep(HERE, TS, kept))
    bot.deliver(delivery(changed("hvem godkender ferie?", INVOICE)))
    (updated,), (deleted,) = slack.sent("chat.update"), slack.sent("chat.delete")
    assert (updated["ts"], deleted["ts"]) == messages
    assert posts(slack) == []


def test_the_same_edit_changes_the_answer_once(bot: Bot, slack: FakeSlack) -> None:
    """An edit that is delivered twice is worked on once."""
    bot.deliver(delivery(mention("hvem godkender ferie?")))
    edit = changed("hvem godkender ferie?", INVOICE)
    bot.deliver(delivery(edit, "Ev2"), delivery(edit, "Ev2"))
    assert len(slack.sent("chat.update")) == 1


def test_who_asked_is_told_and_forgotten_by_the_same_name(bot: Bot, slack: FakeSlack) -> None:
    """What an answer leaves is theirs as Slack knows them, whatever the event calls their team."""
    slack.workspace.person(ASTRID, team_id="T0")
    bot.deliver(delivery(mention(INVOICE, user_team="T0SISTER")))
    kept = bot.run(bot.working.desk.store.kept_about(Who("T0", ASTRID)))
    assert kept.counts["replies"] == 1
    bot.run(bot.working.desk.store.forget(Who("T0", ASTRID)))
    assert bot.run(bot.working.desk.store.kept_about(Who("T0", ASTRID))).counts["replies"] == 0


def test_while_the_handbook_is_read_it_says_so(slack: FakeSlack, tmp_path: Path) -> None:
    """A question before the first reading has an answer too."""
    with at_work(slack, Shelf(), tmp_path) as bot:
        bot.deliver(delivery(direct(INVOICE)))
    (sent,) = posts(slack)
    assert "læse håndbogen" in sent["text"]


def changed(before: str, now: str) -> dict[str, object]:
    """Return what Slack delivers when a mention was edited."""
    message = {"type": "message", "user": ASTRID, "ts": TS}
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": CHANNEL,
        "channel_type": "channel",
        "ts": EDITED,
        "message": {
            **message,
            "text": f"<@U0BOT> {now}",
            "edited": {"user": ASTRID, "ts": EDITED},
        },
        "previous_message": {**message, "text": f"<@U0BOT> {before}"},
    }
