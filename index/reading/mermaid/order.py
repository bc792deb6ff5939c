"""The order in which a flow runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence


def flow_order(boxes: Iterable[str], arrows: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the boxes so that each comes after all that lead to it, loops aside.

    A branch is followed to its end, or to where another branch joins it, before the next one.
    Of several starts the one that stands first begins, and so it is with a ring.
    """
    forward = _without_loops(boxes, arrows)
    missing = dict.fromkeys(forward, 0)
    for targets in forward.values():
        for target in targets:
            missing[target] += 1
    ready = [box for box in reversed(forward) if not missing[box]]
    ordered: list[str] = []
    while ready:
        ordered.append(ready.pop())
        freed: list[str] = []
        for target in forward[ordered[-1]]:
            missing[target] -= 1
            if not missing[target]:
                freed.append(target)
        ready.extend(reversed(freed))
    return ordered


def _without_loops(
    boxes: Iterable[str], arrows: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return the arrows, without those that lead back onto the way that was walked to them."""
    forward: dict[str, list[str]] = {}
    for start in boxes:
        if start in forward:
            continue
        forward[start] = []
        way: list[tuple[str, Iterator[str]]] = [(start, iter(arrows.get(start, ())))]
        on_way = {start}
        while way:
            box, targets = way[-1]
            target = next(targets, None)
            if target is None:
                way.pop()
                on_way.discard(box)
            elif target not in on_way:
                forward[box].append(target)
                if target not in forward:
                    forward[target] = []
                    on_way.add(target)
                    way.append((target, iter(arrows.get(target, ()))))
    return forward
