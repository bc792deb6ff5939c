"""A process that takes works, to be raced with others of its kind and to be killed.

`python -m tests.store.taker URL race NUMBER COUNT`: waits for a line, then takes the deliveries of
COUNT messages in an order of its own, and prints the numbers of those that it took.
`python -m tests.store.taker URL work NUMBER`: takes one message after another, keeps a thread for
each, and prints each key once it is taken; every other one is done at once.
"""

import asyncio
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.store.inbox import Work
from bot.store.store import Store
from bot.store.threads import Following, Thread
from bot.store.who import Where
from tests.store.opened import STEADY, opened


def deliveries(process: int, message: int) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a message as it comes as a mention, as a message, and once more."""
    place = f"C1:{message}"
    yield f"Ev-mention-{message}", place
    yield f"Ev-message-{message}", place
    yield f"Ev-again-{process}-{message}", f"client-{message}", place


async def _race(store: Store, process: int, count: int) -> None:
    every = [(m, keys) for m in range(count) for keys in deliveries(process, m)]
    random.Random(process).shuffle(every)  # noqa: S311 - an order, no secret
    print("ready", flush=True)  # noqa: T201 - to the test
    await asyncio.to_thread(sys.stdin.readline)

    async def take(message: int, keys: tuple[str, ...]) -> int | None:
        won = await store.inbox.take(Work(keys, "{}", datetime.now(UTC)))
        return message if won else None

    for start in range(0, len(every), 5):
        some = await asyncio.gather(*(take(*each) for each in every[start : start + 5]))
        for message in some:
            if message is not None:
                print(message, flush=True)  # noqa: T201 - to the test


async def _work(store: Store, process: int) -> None:
    number = 0
    while True:
        key = f"{process}:{number}"
        work = Work((key,), "{}", datetime.now(UTC))
        if await store.inbox.take(work):
            print(key, flush=True)  # noqa: T201 - to the test
        await store.threads.keep(Where("T1", "C1", key), Thread(Following.ON, "x" * 500))
        if number % 2:
            await store.inbox.done(work)
        number += 1


async def main(url: str, doing: str, process: str, *count: str) -> None:
    """Do what the test asks for."""
    async with opened(url, STEADY) as store:
        if doing == "race":
            await _race(store, int(process), int(count[0]))
        else:
            await _work(store, int(process))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
