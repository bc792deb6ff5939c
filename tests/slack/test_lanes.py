"""Turns: one after the other within a thread, beside each other across threads."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.lanes import Lanes


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=20))
def test_order_holds_within_a_lane(asked: list[tuple[str, int]]) -> None:
    """However long each takes, those of one lane come out in the order in which they came in."""

    async def run() -> list[tuple[str, int]]:
        lanes, ended = Lanes(), []

        async def one(number: int, lane: str, pauses: int) -> None:
            async with lanes.turn(lane):
                for _ in range(pauses):
                    await asyncio.sleep(0)
                ended.append((lane, number))

        await asyncio.gather(*(one(number, *each) for number, each in enumerate(asked)))
        return ended

    ended = asyncio.run(run())
    for lane in "abc":
        numbers = [number for of, number in ended if of == lane]
        assert numbers == [number for number, (of, _) in enumerate(asked) if of == lane]


def test_one_lane_does_not_hold_up_another() -> None:
    """A thread that waits for something leaves the others alone."""

    async def run() -> None:
        lanes, held = Lanes(), asyncio.Event()

        async def hold() -> None:
            async with lanes.turn("a"):
                await held.wait()

        holding = asyncio.ensure_future(hold())
        await asyncio.sleep(0)
        async with lanes.turn("b"):
            held.set()
        await holding

    asyncio.run(run())


def test_a_lane_goes_on_after_a_fault() -> None:
    """Whoever fails in a lane lets the next one in."""

    async def run() -> str:
        lanes = Lanes()
        with pytest.raises(ValueError, match="fault"):
            async with lanes.turn("a"):
                int("fault")
        async with lanes.turn("a"):
            return "in"

    assert asyncio.run(run()) == "in"
