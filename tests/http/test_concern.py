"""When editors are told of a trouble, held to the clock."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.concern import Begun, Concern, Mended, News, concern_after
from index.refresh.status import Look, Trouble
from index.source.revision import Revision
from index.source.unreadable import PlaceProblem

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLACE = "https://github.com/os2/handbook"

Found = tuple[int, PlaceProblem | None, str]
"""Minutes after the start, what a look then finds, and the revision that it refuses."""


def told(*found: Found) -> list[tuple[int, str]]:
    """Return what editors are told by looks one after the other: the minute, and of what."""
    concern: Concern | None = None
    trouble: Trouble | None = None
    said: list[tuple[int, str]] = []
    for minute, problem, refused in found:
        now = START + timedelta(minutes=minute)
        trouble = _trouble(trouble, problem, refused, now)
        concern, news = concern_after(concern, Look("", PLACE, now, None, trouble), now)
        said += [(minute, _name(news))] if news else []
    return said


def _trouble(
    before: Trouble | None, problem: PlaceProblem | None, refused: str, now: datetime
) -> Trouble | None:
    """Return a trouble as a subscription notes it: its beginning stays while it is the same."""
    if problem is None:
        return None
    found = Trouble(PLACE, problem, "", now, Revision(PLACE, refused) if refused else None)
    return before if before and before.same(found) else found


def _name(news: News) -> str:
    match news:
        case Begun(trouble):
            return trouble.problem.value
        case Mended():
            return "mended"


def each_minute(
    until: int, *problems: PlaceProblem | None, refused: Sequence[str] = ("",)
) -> list[Found]:
    """Return looks once a minute that find these problems in turn, with these revisions in turn."""
    return [
        (minute, problems[minute % len(problems)], refused[minute % len(refused)])
        for minute in range(until)
    ]


def test_bad_revision_is_told_at_once_and_once() -> None:
    """What editors can mend is told with the first look, then no more until it is mended."""
    looks = each_minute(180, PlaceProblem.MOSTLY_GONE, refused=["a"])
    assert told(*looks, (180, None, ""), (181, None, "")) == [(0, "mostly-gone"), (180, "mended")]


def test_patience_by_what_helps() -> None:
    """What the settings mend waits ten minutes, what waiting mends an hour."""
    assert told(*each_minute(120, PlaceProblem.UNAUTHORISED)) == [(10, "unauthorised")]
    assert told(*each_minute(120, PlaceProblem.UNREACHABLE)) == [(60, "unreachable")]
    assert told(*each_minute(60, PlaceProblem.UNREACHABLE), (60, None, "")) == []


def test_host_that_fails_in_turns_is_one_trouble() -> None:
    """A host that is away in one way after the other is told after an hour, and once."""
    looks = each_minute(300, PlaceProblem.UNREACHABLE, PlaceProblem.HOST_FAULT, PlaceProblem.SLOW)
    assert told(*looks) == [(60, "unreachable")]


def test_host_that_comes_back_now_and_then_is_not_told() -> None:
    """An outage that a good look interrupts begins anew."""
    looks = each_minute(300, *[PlaceProblem.HOST_FAULT] * 49, None)
    assert told(*looks) == []


def test_each_try_of_the_editors_is_told_but_not_every_minute() -> None:
    """Another bad revision is told again, at most every ten minutes."""
    many = [str(number) for number in range(31)]
    looks = each_minute(31, PlaceProblem.MOSTLY_GONE, refused=many)
    assert [minute for minute, _ in told(*looks)] == [0, 10, 20, 30]


def test_blip_within_a_trouble_repeats_nothing() -> None:
    """A bad revision that was told is not told again because the host was away in between."""
    bad = (PlaceProblem.MOSTLY_GONE, "a")
    looks = [(0, *bad), (20, PlaceProblem.HOST_FAULT, "a"), (21, *bad), (90, *bad)]
    assert told(*looks, (91, None, "")) == [(0, "mostly-gone"), (91, "mended")]
