"""Other methods: at their pace, again where that helps, and a view never after its trigger."""

import ast
from dataclasses import replace

import pytest
from slack_sdk.models.blocks import DividerBlock
from slack_sdk.models.views import View

from bot.slack.sending.letter import Failure, Undelivered
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.tiers import METHODS
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import fails, hangs_up, is_slow, puts_off, refuses
from tests.slack.sending.outboxes import HASTY, logged, using
from tests.wording.code import trees

MODAL = View(
    type="modal",
    title={"type": "plain_text", "text": "Søg"},
    blocks=[DividerBlock()],
)


def test_answer_is_given_back(slack: FakeSlack) -> None:
    """What Slack says to a call is returned, from a method that takes a form as from others."""
    slack.workspace.person("U0ASTRID", locale="en-GB", is_restricted=True)

    async def doing(outbox: Outbox) -> None:
        told = await outbox.call("users.info", user="U0ASTRID", include_locale=True)
        assert not isinstance(told, Undelivered)
        assert (told["user"]["locale"], told["user"]["is_restricted"]) == ("en-GB", True)
        opened = await outbox.call("views.open", trigger_id="1.2.abc", view=MODAL)
        assert not isinstance(opened, Undelivered)
        assert opened["view"]["title"]["text"] == "Søg"

    using(slack.api_url, doing)


def test_hiccup(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A call that goes wrong, or is put off, is made again."""
    slack.answer("users.info", fails(503), hangs_up(), puts_off(1))

    async def doing(outbox: Outbox) -> None:
        told = await outbox.call("users.info", user="U0ASTRID")
        assert not isinstance(told, Undelivered)

    using(slack.api_url, doing)
    assert len(slack.sent("users.info")) == 4
    assert logged(caplog) == []


def test_refusal(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A call that Slack refuses is told by Slack's word, and is one line however often."""
    slack.answer("users.info", *[refuses("missing_scope")] * 3)

    async def doing(outbox: Outbox) -> None:
        for _ in range(3):
            told = await outbox.call("users.info", user="U0ASTRID")
            assert told == Undelivered(Failure.TOKEN, "missing_scope")

    using(slack.api_url, doing)
    line, again = logged(caplog)
    assert "users.info" in line
    assert "missing_scope" in line
    assert "2 gange mere siden sidst" in again


@pytest.mark.parametrize("method", ["views.open", "views.push"])
def test_view_is_not_opened_too_late(slack: FakeSlack, method: str) -> None:
    """A view is tried for as long as its trigger lives, and not a moment longer."""
    slack.answer(method, *[fails(500)] * 100)

    async def doing(outbox: Outbox) -> None:
        told = await outbox.call(method, trigger_id="1.2.abc", view=MODAL)
        assert told == Undelivered(Failure.UNREACHABLE, "expired_trigger_id")

    using(slack.api_url, doing, replace(HASTY, attempts=100, backoff_seconds=0.5))
    times = [call.at for call in slack.calls]
    assert len(times) == 3
    assert times[-1] - times[0] < 3.0


def test_view_that_slack_is_slow_to_open(slack: FakeSlack) -> None:
    """A view that Slack takes too long over is given up, so that the person can be told."""
    slack.answer("views.open", is_slow(30))

    async def doing(outbox: Outbox) -> None:
        told = await outbox.call("views.open", trigger_id="1.2.abc", view=MODAL)
        assert told == Undelivered(Failure.UNREACHABLE, "expired_trigger_id")

    using(slack.api_url, doing)


def test_every_method_that_is_called_has_its_tier() -> None:
    """No method is called at a pace that nobody looked up."""
    called = {
        node.args[0].value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "call"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert "users.info" in called
    assert called <= METHODS.keys()
