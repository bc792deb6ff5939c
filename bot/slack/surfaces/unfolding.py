"""A link to the handbook that somebody pasted unfolds into the section that it leads to."""

from collections.abc import Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncApp

from bot.outcome import Refusal
from bot.slack.asking.admission import admitted
from bot.slack.asking.answering import fault_of
from bot.slack.asking.envelope import Envelope
from bot.slack.desk import Desk
from bot.slack.rendering.unfurl import unfurl_blocks
from bot.store.channels import Mode
from bot.store.who import Where
from index.contents import section_at
from index.search.scope import Scope

COMPOSER: Final = "composer"
"""Where a link comes from that is being written and was not posted: it comes again when it is,
and only then it is told in which channel. https://docs.slack.dev/reference/events/link_shared"""


def listen(app: AsyncApp, desk: Desk) -> None:
    """Unfold the links to the handbook."""

    @app.event("link_shared")
    async def shared(body: dict[str, Any]) -> None:
        try:
            await unfold(Envelope(body, desk.people.home.bot), desk)
        except Exception as error:  # noqa: BLE001 - nobody waits for a preview: the log is told
            fault_of(error, desk, desk.library.language())


async def unfold(envelope: Envelope, desk: Desk) -> None:
    """Show what the links of a message lead to, where that may be shown to all who see it."""
    event = envelope.event
    if event.get("source") == COMPOSER or _ours(envelope):
        return
    scope = await _visible(envelope, desk)
    if scope is None:
        return
    unfurls = await _unfolded(event.get("links"), scope, desk)
    if unfurls:
        await desk.outbox.call("chat.unfurl", **_message(event), unfurls=unfurls)


def _ours(envelope: Envelope) -> bool:
    user = envelope.event.get("user")
    return "bot_id" in envelope.event or bool(envelope.bot and user == envelope.bot)


async def _visible(envelope: Envelope, desk: Desk) -> Scope | None:
    """Return which pages may be shown where the links stand; None for none at all."""
    settings = await desk.store.channels.find(Where(desk.people.home.team, envelope.channel))
    if settings.mode is Mode.SILENT:
        return None
    person = await desk.people.find(str(envelope.event.get("user") or ""), envelope.team)
    allowed = admitted(person, envelope.channel, desk.manners)
    if isinstance(allowed, Refusal):
        return None
    if not envelope.shared:
        return allowed
    # Strangers read along: what they see is what they would be answered.
    public = desk.manners.public
    return allowed.narrowed(*public) if public else None


async def _unfolded(links: object, scope: Scope, desk: Desk) -> dict[str, object]:
    """Return each link that leads to a section, with that section's blocks."""
    publication = desk.library.publication
    if publication is None or not isinstance(links, list):
        return {}
    contents = await desk.library.contents()
    found: dict[str, object] = {}
    for link in links:
        url = str(link.get("url") or "") if isinstance(link, Mapping) else ""
        section = section_at(url, contents, publication.index)
        if section and scope.holds(section.page):
            blocks = unfurl_blocks(section, desk.words)
            found[url] = {"blocks": [block.to_dict() for block in blocks]}
    return found


def _message(event: Mapping[str, Any]) -> dict[str, str]:
    """Return which message is meant, by the names that Slack gave it.

    https://docs.slack.dev/reference/methods/chat.unfurl
    """
    if event.get("unfurl_id") and event.get("source"):
        return {"unfurl_id": str(event["unfurl_id"]), "source": str(event["source"])}
    return {"channel": str(event.get("channel")), "ts": str(event.get("message_ts"))}
