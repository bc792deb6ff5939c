"""A modal that was sent: acknowledged with what it shows from now on, then worked on."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.slack.asking.excuse import excuse
from bot.slack.asking.viewer import Viewer, find_viewer
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.pressing.field import written_in
from bot.slack.pressing.modal import Modal
from bot.slack.pressing.opening import fill
from bot.slack.pressing.origin import Origin, origin_of
from bot.slack.pressing.telling import view_of
from bot.slack.rendering.control import Control
from bot.wording.catalogue import Words, words_in


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field: the modal stays as it is, and says so."""

    field: str
    """Name of the field."""
    sentence: str
    """What is said below it."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody sent with a modal."""

    desk: Desk
    """What it takes."""
    user: str
    """Id of who sent it."""
    user_name: str
    """What they are called."""
    team: str
    """Id of their workspace."""
    view: str
    """Id of the modal."""
    state: str
    """Slack's name for the modal as it was when it was sent: sent twice, it is the same."""
    origin: Origin
    """The answer that it belongs to."""
    values: Mapping[str, str]
    """What was written or chosen in each field, by the field's block; nothing for an empty one."""

    @property
    def words(self) -> Words:
        """The sentences in the language that the modal has."""
        return words_in(self.origin.language or self.desk.library.language())


Acknowledging = Callable[[Submission], Modal | Wrong]
"""What the modal shows at once, or what is wrong with what was written."""

Working = Callable[[Submission, Viewer], Awaitable[None]]
"""What is done about it then; whatever it raises is told in the modal."""


def on_submit(
    app: AsyncApp, desk: Desk, control: Control, acknowledging: Acknowledging, working: Working
) -> None:
    """Have a control's modal worked on when it is sent."""

    @app.view(control)
    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        submission = submission_of(desk, body)
        try:
            shown = acknowledging(submission)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await ack(response_action="update", view=_excused(submission, error))
            return
        if isinstance(shown, Wrong):
            await ack(response_action="errors", errors={shown.field: shown.sentence})
            return
        await ack(response_action="update", view=shown)
        try:
            channel = submission.origin.channel
            presser = await find_viewer(desk, submission.user, submission.team, channel)
            await working(submission, presser)
        except Exception as error:  # noqa: BLE001 - the same
            await fill(desk, submission.view, _excused(submission, error))


def submission_of(desk: Desk, body: Mapping[str, Any]) -> Submission:
    """Return what Slack's `view_submission` says.

    https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    user, view = inner(body, "user"), inner(body, "view")
    return Submission(
        desk,
        user=str(user.get("id") or ""),
        user_name=str(user.get("name") or user.get("username") or ""),
        team=str(user.get("team_id") or inner(body, "team").get("id") or ""),
        view=str(view.get("id") or ""),
        state=str(view.get("hash") or ""),
        origin=origin_of(str(view.get("private_metadata") or "")),
        values=written_in(view),
    )


def _excused(submission: Submission, error: Exception) -> Modal:
    message = excuse(error, submission.desk, submission.words.language)
    return view_of(message, submission.words, submission.origin)
