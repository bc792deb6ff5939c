"""A message that somebody wrote, as the question that it may be."""

from bot.slack.asking.envelope import Envelope
from bot.slack.asking.question import Asker, Question, Way
from bot.slack.asking.typed_text import named_in, words_in_text
from bot.slack.delivered import Fields, is_direct, words_of

_DIRECT_CHANNEL_TYPE = "im"
_MENTION_EVENT = "app_mention"


def asked_with(message: Fields, envelope: Envelope) -> Question:
    """Return the question that `message` is; it stands in the channel of the envelope's event."""
    text, ts, thread = words_of(message, "text"), words_of(message, "ts"), _thread(message)
    way = _way(message, envelope)
    return Question(
        text=words_in_text(text),
        way=way,
        channel=envelope.channel,
        ts=ts,
        # A direct message is answered where it stands, any other in its thread or in one below it.
        thread=thread if way is Way.DIRECT else thread or ts,
        asker=_asker(message, envelope),
        keys=envelope.keys(envelope.place(ts)),
        addressed_to_others=tuple(who for who in named_in(text) if who != envelope.bot),
    )


def names_bot(message: Fields, envelope: Envelope) -> bool:
    """Return whether the text has the bot's name in it, wherever."""
    return bool(envelope.bot) and envelope.bot in named_in(words_of(message, "text"))


def _way(message: Fields, envelope: Envelope) -> Way:
    if _is_direct(envelope):
        return Way.DIRECT
    if words_of(message, "type") == _MENTION_EVENT or names_bot(message, envelope):
        return Way.MENTION
    return Way.THREAD if _thread(message) else Way.CHANNEL


def _thread(message: Fields) -> str | None:
    """Return the thread that a message stands in; one that has a thread below it names itself."""
    thread = words_of(message, "thread_ts")
    return thread if thread and thread != words_of(message, "ts") else None


def _is_direct(envelope: Envelope) -> bool:
    """Return whether it was written to the bot alone; a mention does not say where it stands."""
    kind = words_of(envelope.event, "channel_type")
    if kind:
        return kind == _DIRECT_CHANNEL_TYPE
    return is_direct(envelope.channel)


def _asker(message: Fields, envelope: Envelope) -> Asker:
    user_team = words_of(message, "user_team") or words_of(message, "team")
    return Asker(
        user=words_of(message, "user"),
        team=envelope.team,
        user_team=user_team,
        source_team=words_of(message, "source_team"),
        shared=envelope.shared,
    )
