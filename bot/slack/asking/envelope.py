"""What Slack puts around an event: for which workspace it is, and by what it is known."""

from dataclasses import dataclass

from bot.slack.delivered import Fields, inner, words_of


@dataclass(frozen=True, slots=True)
class Envelope:
    """A delivery of an event.

    https://docs.slack.dev/apis/events-api/#callback-field
    """

    body: Fields
    """All of it."""
    bot: str
    """Id of the bot's own user; empty where that is not known."""

    @property
    def event(self) -> Fields:
        """What happened."""
        return inner(self.body, "event")

    @property
    def channel(self) -> str:
        """Where it happened; empty where Slack does not say."""
        return words_of(self.event, "channel")

    @property
    def team(self) -> str:
        """Id of the workspace that the bot was installed in.

        In a shared channel the envelope may name the other one, so the authorization says it:
        https://docs.slack.dev/apis/events-api/#authorizations
        """
        authorizations = self.body.get("authorizations")
        first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
        named = words_of(first, "team_id") if isinstance(first, dict) else ""
        return named or words_of(self.body, "team_id") or words_of(self.event, "team")

    @property
    def shared(self) -> bool:
        """Whether it happened in a channel that is shared with another organisation."""
        return self.body.get("is_ext_shared_channel") is True

    def place(self, ts: str) -> str:
        """Return the name of a message: a mention and the message that it is have the same."""
        return f"{self.team}:{self.channel}:{ts}"

    def keys(self, *names: str) -> tuple[str, ...]:
        """Return these names and the event's own, which is Slack's and the same when sent again."""
        return tuple(dict.fromkeys(filter(None, (*names, words_of(self.body, "event_id")))))
