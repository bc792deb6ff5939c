"""Who may ask, and what they may see."""

import pytest

from bot.outcome import Refusal
from bot.slack.asking.admission import admitted
from bot.slack.asking.people import Home, Person, Standing, person_of
from bot.slack.manners import Manners
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope

CHANNEL = "C0QUESTIONS"
PUBLIC = EVERYTHING.narrowed("public/*")
HOME = Home("T0", "E0")


def person(standing: Standing, team: str = "T0") -> Person:
    """Return somebody of that standing."""
    return Person("U0", team, standing, None)


@pytest.mark.parametrize(
    ("standing", "manners", "expected"),
    [
        (Standing.MEMBER, Manners("/h"), EVERYTHING),
        (Standing.GUEST, Manners("/h"), Refusal.GUEST),
        (Standing.GUEST, Manners("/h", guests=True), EVERYTHING),
        (Standing.GUEST, Manners("/h", public=("public/*",)), PUBLIC),
        (Standing.STRANGER, Manners("/h"), Refusal.STRANGER),
        (Standing.STRANGER, Manners("/h", guests=True), Refusal.STRANGER),
        (Standing.STRANGER, Manners("/h", public=("public/*",)), PUBLIC),
        (Standing.UNKNOWN, Manners("/h"), Refusal.UNKNOWN),
        (Standing.UNKNOWN, Manners("/h", public=("public/*",)), PUBLIC),
    ],
)
def test_who_may_see_what(standing: Standing, manners: Manners, expected: Scope | Refusal) -> None:
    """Members see everything, others the public pages, where there are any."""
    assert admitted(person(standing), CHANNEL, manners) == expected


def test_members_of_named_workspaces_are_members() -> None:
    """A workspace that the settings name is answered as our own."""
    stranger = person(Standing.STRANGER, "T0SISTER")
    assert (
        admitted(stranger, CHANNEL, Manners("/h", workspaces=frozenset({"T0SISTER"}))) == EVERYTHING
    )


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (CHANNEL, EVERYTHING),
        ("C0OTHER", Refusal.CHANNEL),
        ("D0ASTRID", EVERYTHING),
        ("", EVERYTHING),
    ],
)
def test_only_named_channels(channel: str, expected: Scope | Refusal) -> None:
    """Named channels are the only ones that are answered in, beside direct messages and views."""
    manners = Manners("/h", channels=frozenset({CHANNEL}))
    assert admitted(person(Standing.MEMBER), channel, manners) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"team_id": "T0"}, Standing.MEMBER),
        ({}, Standing.MEMBER),
        ({"team_id": "T0", "is_restricted": True}, Standing.GUEST),
        ({"team_id": "T0", "is_restricted": True, "is_ultra_restricted": True}, Standing.GUEST),
        ({"team_id": "T0OTHER"}, Standing.STRANGER),
        ({"team_id": "T0", "is_stranger": True}, Standing.STRANGER),
        ({"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0"}}, Standing.MEMBER),
        ({"team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E1"}}, Standing.STRANGER),
    ],
)
def test_standing_of_slacks_user(told: dict[str, object], expected: Standing) -> None:
    """Slack's own fields tell members from guests and from people of other organisations."""
    assert person_of({"id": "U0", **told}, "T0", HOME).standing is expected


@pytest.mark.parametrize(
    ("team", "field", "expected"),
    [("T0", "is_admin", True), ("T0", "is_owner", True), ("T0OTHER", "is_admin", False)],
)
def test_who_administers_the_workspace(team: str, field: str, *, expected: bool) -> None:
    """Administrators are ours: who administers another organisation sets nothing here."""
    told = {"id": "U0", "team_id": team, field: True}
    assert person_of(told, "T0", HOME).admin is expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("da-DK", Language.DANISH), ("en-GB", Language.ENGLISH), ("de-DE", None), ("", None)],
)
def test_language_of_slacks_locale(locale: str, expected: Language | None) -> None:
    """A person whose Slack is Danish or English is spoken to so."""
    assert person_of({"id": "U0", "locale": locale}, "T0", HOME).language is expected
