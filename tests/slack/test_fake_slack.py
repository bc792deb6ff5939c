"""The real bot at a Slack of our own: what is asked is answered once, in its place."""

import json

from bot.slack.manners import Manners
from tests.slack.deliveries import (
    ASTRID,
    BOT,
    CHANNEL,
    DIRECT,
    THREAD,
    TS,
    command,
    delivery,
    direct,
    mention,
)
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.library import Shelf
from tests.slack.working import deliver

QUESTION = "hvem godkender fakturaer?"
HEADING = "Hvem godkender fakturaer?"
HELP = "Spørg mig om alt i håndbogen"


def test_mention_is_answered_in_its_thread(slack: FakeSlack, shelf: Shelf) -> None:
    """A mention is answered once, in the thread below it, and no link grows a preview."""
    assert deliver(slack, shelf, delivery(mention(QUESTION))) == [200]
    (posted,) = slack.sent("chat.postMessage")
    assert (posted["channel"], posted["thread_ts"]) == (CHANNEL, TS)
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)
    assert HEADING in str(posted["text"])
    assert HEADING in json.dumps(posted["blocks"], ensure_ascii=False)


def test_mention_within_a_thread_stays_there(slack: FakeSlack, shelf: Shelf) -> None:
    """A mention in a thread is answered in that thread, not below the mention."""
    deliver(slack, shelf, delivery(mention(QUESTION, thread_ts=THREAD)))
    (posted,) = slack.sent("chat.postMessage")
    assert posted["thread_ts"] == THREAD


def test_direct_message_is_answered_beside_it(slack: FakeSlack, shelf: Shelf) -> None:
    """A direct message is answered below it: with the agent view each is a thread."""
    deliver(slack, shelf, delivery(direct(QUESTION)))
    (posted,) = slack.sent("chat.postMessage")
    assert (posted["channel"], posted["thread_ts"]) == (DIRECT, TS)


def test_direct_message_in_a_thread_stays_there(slack: FakeSlack, shelf: Shelf) -> None:
    """A direct message in a thread is answered in that thread."""
    deliver(slack, shelf, delivery(direct(QUESTION, thread_ts=THREAD)))
    (posted,) = slack.sent("chat.postMessage")
    assert posted["thread_ts"] == THREAD


def test_command_is_answered_to_the_asker_alone(slack: FakeSlack, shelf: Shelf) -> None:
    """A slash command is acknowledged and answered by its response address, privately."""
    assert deliver(slack, shelf, command(QUESTION, slack.response_url)) == [200]
    (answered,) = slack.sent(RESPONSE_URL)
    assert answered["response_type"] == "ephemeral"
    assert HEADING in str(answered["text"])
    assert slack.sent("chat.postMessage") == []


def test_command_of_another_name_is_taken_when_set(slack: FakeSlack, shelf: Shelf) -> None:
    """An app whose command has another name is answered by that name."""
    asked = command("", slack.response_url, name="/håndbog")
    deliver(slack, shelf, asked, manners=Manners("/håndbog"))
    (answered,) = slack.sent(RESPONSE_URL)
    assert "/håndbog" in str(answered["text"])


def test_nothing_asked_gets_help(slack: FakeSlack, shelf: Shelf) -> None:
    """A mention, a direct message and a command without words are told how to ask."""
    bodies = (delivery(mention("")), delivery(direct("  "), "Ev2"))
    deliver(slack, shelf, *bodies, command(" ", slack.response_url))
    said = [*slack.sent("chat.postMessage"), *slack.sent(RESPONSE_URL)]
    assert [HELP in str(message["text"]) for message in said] == [True, True, True]


def test_same_delivery_twice_is_answered_once(slack: FakeSlack, shelf: Shelf) -> None:
    """What Slack delivers again, because our acknowledgement was late, is not answered again."""
    body = delivery(mention(QUESTION))
    assert deliver(slack, shelf, body, body) == [200, 200]
    assert len(slack.sent("chat.postMessage")) == 1


def test_mention_in_a_direct_message_is_answered_once(slack: FakeSlack, shelf: Shelf) -> None:
    """The same message as app_mention and as message, under two event ids, gets one answer."""
    text = f"<@{BOT}> {QUESTION}"
    first = delivery(mention(QUESTION, channel=DIRECT), "Ev1")
    deliver(slack, shelf, first, delivery(direct(text), "Ev2"))
    assert len(slack.sent("chat.postMessage")) == 1


def test_two_questions_get_two_answers(slack: FakeSlack, shelf: Shelf) -> None:
    """Two messages of the same words are two questions."""
    first, second = mention(QUESTION), mention(QUESTION, ts="1700000000.000200")
    deliver(slack, shelf, delivery(first, "Ev1"), delivery(second, "Ev2"))
    threads = {str(posted["thread_ts"]) for posted in slack.sent("chat.postMessage")}
    assert threads == {TS, "1700000000.000200"}


def test_what_is_no_question_is_left_alone(slack: FakeSlack, shelf: Shelf) -> None:
    """Bots, edits, deletions, arrivals and channel talk are acknowledged and not answered."""
    silent = (
        direct("x", bot_id="B1"),
        direct("x", bot_profile={"id": "B1"}),
        direct("x", user=BOT),
        direct("x", subtype="bot_message"),
        direct("x", subtype="message_changed", message={"text": "x", "user": ASTRID}),
        direct("x", subtype="message_deleted", deleted_ts=TS),
        direct("x", subtype="channel_join"),
        direct("x", hidden=True),
        direct("x", channel_type="channel", channel=CHANNEL),
        direct("x", channel_type="mpim", channel="G0"),
        mention("x", bot_id="B1"),
        mention("x", subtype="message_changed"),
    )
    bodies = [delivery(event, f"Ev{number}") for number, event in enumerate(silent)]
    assert set(deliver(slack, shelf, *bodies)) == {200}
    assert slack.sent("chat.postMessage") == []


def test_question_with_a_file_is_answered(slack: FakeSlack, shelf: Shelf) -> None:
    """A question beside a file, or shown to the channel too, is a question."""
    with_file = delivery(direct(QUESTION, subtype="file_share", files=[{"id": "F1"}]), "Ev1")
    shown = mention(QUESTION, subtype="thread_broadcast", thread_ts=THREAD)
    deliver(slack, shelf, with_file, delivery(shown, "Ev2"))
    assert len(slack.sent("chat.postMessage")) == 2


def test_question_without_an_answer_says_so(slack: FakeSlack, shelf: Shelf) -> None:
    """Where the handbook has nothing, the person is told, and told whom to ask."""
    deliver(slack, shelf, delivery(mention("kvantemekanik zebra xylofon")))
    (posted,) = slack.sent("chat.postMessage")
    assert "Jeg finder ikke noget om det i håndbogen." in str(posted["text"])


def test_question_that_tries_to_ping_pings_nobody(slack: FakeSlack, shelf: Shelf) -> None:
    """Whatever mentions a question holds, the answer notifies nobody."""
    texts = (
        "<!channel> <!here> hvem godkender",
        "&lt;!everyone&gt; @here faktura",
        "<@U1|x> <#C1>",
    )
    events = [mention(text, ts=f"17000000{number:02}.1") for number, text in enumerate(texts)]
    bodies = [delivery(event, f"Ev{number}") for number, event in enumerate(events)]
    deliver(slack, shelf, *bodies, command(texts[0], slack.response_url))
    assert len(slack.sent("chat.postMessage")) == 3
