"""What was taken once is known again, and the memory has an end."""

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.seen import Seen

KEYS = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=20)


def test_second_time_is_known() -> None:
    """A delivery is taken once."""
    seen = Seen()
    assert seen.claim(["C1:1", "Ev1"])
    assert not seen.claim(["C1:1", "Ev1"])


def test_one_known_key_is_enough() -> None:
    """The same message under another event id, and the same event id, are known."""
    seen = Seen()
    assert seen.claim(["C1:1", "Ev1"])
    assert not seen.claim(["C1:1", "Ev2"])
    assert not seen.claim(["C1:2", "Ev2"])


def test_oldest_is_forgotten_first() -> None:
    """When the memory is full, the oldest keys go and the latest stay."""
    seen = Seen(remembered=2)
    assert [seen.claim([key]) for key in "abc"] == [True, True, True]
    assert not seen.claim(["c"])
    assert not seen.claim(["b"])
    assert seen.claim(["a"])


@given(deliveries=KEYS)
def test_nothing_is_taken_twice_within_memory(deliveries: list[list[str]]) -> None:
    """While the memory holds, a delivery is taken exactly when all of its keys are new."""
    seen, known = Seen(), set[str]()
    for keys in deliveries:
        assert seen.claim(keys) is known.isdisjoint(keys)
        known.update(keys)
