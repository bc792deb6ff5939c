"""Who somebody is: their language, and whether they belong to the house."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from bot.slack.sending.letter import Undelivered
from bot.slack.sending.outbox import Outbox
from bot.store.preferences import Preferences
from bot.store.who import Who
from index.search.language import Language

KNOWN_SECONDS: Final = 3_600.0
"""How long Slack's word for somebody holds: a language or a role seldom changes."""

REMEMBERED: Final = 10_000
"""People in memory; who was not met for the longest time goes first."""


class Standing(StrEnum):
    """What somebody is to the workspace."""

    MEMBER = "member"
    GUEST = "guest"
    """Of one channel or several."""
    STRANGER = "stranger"
    """Of another workspace, in a channel that is shared with it."""
    UNKNOWN = "unknown"
    """Of another workspace as far as can be seen, and Slack does not say just now."""


@dataclass(frozen=True, slots=True)
class Home:
    """The workspace that the bot is installed in, as `auth.test` names it."""

    team: str
    """Its id."""
    enterprise: str = ""
    """Id of the organisation that it is a part of; empty for none."""
    bot: str = ""
    """Id of the bot's own user."""
    bot_id: str = ""
    """Id of the bot, as its own messages carry it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack."""

    user: str
    """Their id."""
    team: str
    """Id of their workspace."""
    standing: Standing
    """What they are to ours."""
    language: Language | None
    """What they chose, else their Slack's; None where it is neither Danish nor English."""
    admin: bool = False
    """Whether they administer the workspace."""
    name: str = ""
    """What they are called, for a person who is asked in their place."""

    @property
    def who(self) -> Who:
        """The same as the store knows them."""
        return Who(self.team, self.user)


class People:
    """Asks Slack once an hour for each person, and answers from memory in between."""

    def __init__(self, home: Home, outbox: Outbox, preferences: Preferences) -> None:
        self.home = home
        self._outbox = outbox
        self._preferences = preferences
        self._known: OrderedDict[str, tuple[float, Person]] = OrderedDict()
        self._asking: dict[str, asyncio.Task[Person]] = {}

    async def find(self, user: str, team: str) -> Person:
        """Return who somebody is; never raises.

        Where Slack cannot be asked, who comes from our own workspace is taken for a member: a bot
        that lost a scope would answer nobody otherwise.
        """
        person = await self._person(user, team or self.home.team)
        chosen = await self._preferences.language(person.who)
        return replace(person, language=Language(chosen)) if chosen in set(Language) else person

    async def _person(self, user: str, team: str) -> Person:
        now = asyncio.get_running_loop().time()
        at, known = self._known.get(user, (0.0, None))
        if known and now - at < KNOWN_SECONDS:
            return known
        if user not in self._asking:
            self._asking[user] = asyncio.ensure_future(self._asked(user, team, known))
            self._asking[user].add_done_callback(lambda _: self._asking.pop(user, None))
        return await asyncio.shield(self._asking[user])

    async def _asked(self, user: str, team: str, known: Person | None) -> Person:
        said = await self._outbox.call("users.info", user=user, include_locale=True)
        told = None if isinstance(said, Undelivered) else said.get("user")
        if not isinstance(told, Mapping):
            return known or Person(user, team, self._unseen(team), None)
        person = person_of(told, team, self.home)
        self._known[user] = asyncio.get_running_loop().time(), person
        self._known.move_to_end(user)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return person

    def _unseen(self, team: str) -> Standing:
        return Standing.MEMBER if team == self.home.team else Standing.UNKNOWN


def person_of(told: Mapping[str, Any], team: str, home: Home) -> Person:
    """Return who Slack's `user` object is, to the bot's own workspace.

    Fields: https://docs.slack.dev/reference/objects/user-object
    """
    theirs = str(told.get("team_id") or team)
    organisation = (told.get("enterprise_user") or {}).get("enterprise_id")
    same = theirs == home.team or bool(home.enterprise and organisation == home.enterprise)
    if told.get("is_stranger") or not same:
        standing = Standing.STRANGER
    elif told.get("is_restricted") or told.get("is_ultra_restricted"):
        standing = Standing.GUEST
    else:
        standing = Standing.MEMBER
    profile = told.get("profile") or {}
    return Person(
        user=str(told.get("id")),
        team=theirs,
        standing=standing,
        language=_language(str(told.get("locale") or "")),
        # Somebody of another organisation may administer that one.
        admin=standing is Standing.MEMBER and bool(told.get("is_admin") or told.get("is_owner")),
        name=str(profile.get("real_name") or told.get("real_name") or told.get("name") or ""),
    )


def _language(locale: str) -> Language | None:
    code = locale.partition("-")[0].lower()
    return Language(code) if code in set(Language) else None
