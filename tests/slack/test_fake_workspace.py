"""The Slack of our own knows what was said, and how often it may be asked."""

import asyncio

from bot.slack.tokens import open_client
from tests.slack.deliveries import ASTRID, slack_settings
from tests.slack.fake_slack import FakeSlack


def test_people_and_messages_are_known(slack: FakeSlack) -> None:
    """What was posted and what people said can be read again, by thread and by channel."""

    async def doing() -> None:
        client = open_client(slack_settings(slack.api_url))
        asked = slack.workspace.say("C1", ASTRID, "hvem godkender?")
        fixed = {"channel": "C1", "unfurl_links": False, "unfurl_media": False}
        reply = {**fixed, "thread_ts": asked, "text": "Plumb"}
        answered = await client.api_call("chat.postMessage", json=reply)
        alone = {**fixed, "text": "for sig selv"}
        await client.api_call("chat.postMessage", json=alone)
        await client.chat_update(channel="C1", ts=str(answered["ts"]), text="Scarlett")
        replies = await client.api_call(
            "conversations.replies", data={"channel": "C1", "ts": asked}
        )
        assert [each["text"] for each in replies["messages"]] == ["hvem godkender?", "Scarlett"]
        history = await client.api_call("conversations.history", data={"channel": "C1"})
        texts = [each["text"] for each in history["messages"]]
        assert texts == ["for sig selv", "hvem godkender?"]
        link = await client.chat_getPermalink(channel="C1", message_ts=asked)
        assert asked.replace(".", "") in link["permalink"]

    asyncio.run(doing())


def test_long_threads_come_in_pages(slack: FakeSlack) -> None:
    """A thread is given a page at a time, and the newest part of it when that is asked for."""
    first, *rest = [slack.workspace.say("C1", ASTRID, str(number), "1.0") for number in range(5)]

    async def doing() -> None:
        client = open_client(slack_settings(slack.api_url))
        asked = {"channel": "C1", "ts": "1.0", "limit": "3"}
        page = await client.api_call("conversations.replies", data=asked)
        assert [each["text"] for each in page["messages"]] == ["0", "1", "2"]
        cursor = page["response_metadata"]["next_cursor"]
        page = await client.api_call("conversations.replies", data={**asked, "cursor": cursor})
        assert [each["text"] for each in page["messages"]] == ["3", "4"]
        page = await client.api_call("conversations.replies", data={**asked, "oldest": rest[1]})
        assert [each["text"] for each in page["messages"]] == ["3", "4"]

    asyncio.run(doing())
    assert first < rest[0]
