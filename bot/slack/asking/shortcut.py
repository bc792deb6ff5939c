"""A message that somebody looks up by its shortcut."""

from bot.slack.asking.question import Asker, Question, Way
from bot.slack.asking.typed_text import words_in_text
from bot.slack.delivered import Fields, inner, words_of


def looked_up(body: Fields) -> Question | None:
    """Return what a message asks that somebody looks up; None where Slack does not say who, where.

    Whoever looks it up asks, and the message may be anybody's, a bot's too. Each time is a new
    one. https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
    """
    message, asker = inner(body, "message"), inner(body, "user")
    channel, user = words_of(inner(body, "channel"), "id"), words_of(asker, "id")
    ts = words_of(message, "ts") or words_of(body, "message_ts")
    if not (channel and user and ts):
        return None
    user_team = words_of(asker, "team_id")
    team = words_of(inner(body, "team"), "id") or user_team
    pressed = words_of(body, "trigger_id") or words_of(body, "action_ts")
    return Question(
        text=words_in_text(words_of(message, "text")),
        way=Way.SHORTCUT,
        channel=channel,
        ts=ts,
        thread=words_of(message, "thread_ts") or ts,
        asker=Asker(user=user, team=team, user_team=user_team),
        keys=(f"{team}:{channel}:{ts}:{user}:{pressed}",),
    )
