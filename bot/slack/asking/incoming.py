"""What Slack delivers, to what was asked."""

from bot.slack.asking.authorship import no_question
from bot.slack.asking.edit import edited_ts, read_change, read_mention_again
from bot.slack.asking.envelope import Envelope
from bot.slack.asking.message import asked_with
from bot.slack.asking.question import Incoming, Nothing, Reason
from bot.slack.delivered import Fields, words_of

_EVENTS = frozenset({"app_mention", "message"})
_CHANGE = "message_changed"


def read_event(body: Fields, bot: str) -> Incoming:
    """Return what an event asks. Never raises.

    `body` is all that Slack delivers, the event and what is around it; `bot` is the id of the
    bot's own user. A mention in a channel comes twice, as `app_mention` and as `message`: both
    are the same question, with the same first key.
    """
    envelope = Envelope(body, bot)
    event = envelope.event
    if words_of(event, "type") not in _EVENTS:
        return Nothing(Reason.HAPPENING)
    if not envelope.channel:
        return Nothing(Reason.NOBODY)
    if words_of(event, "subtype") == _CHANGE:
        return read_change(envelope)
    if reason := no_question(event, bot):
        return Nothing(reason)
    return read_mention_again(envelope) if edited_ts(event) else asked_with(event, envelope)
