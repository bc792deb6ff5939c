"""Blocks that stand in others."""

from collections.abc import Iterable, Iterator

from index.reading.block import Block, Definition, Listing, Quote


def inside(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block and every block in it, in the order in which they are read."""
    waiting = [iter(blocks)]
    while waiting:
        block = next(waiting[-1], None)
        if block is None:
            waiting.pop()
            continue
        yield block
        match block:
            case Quote(inner):
                waiting.append(iter(inner))
            case Listing(items):
                waiting.append(iter([one for item in items for one in item.blocks]))
            case Definition(_, meanings):
                waiting.append(iter([one for meaning in meanings for one in meaning]))
            case _:
                continue
