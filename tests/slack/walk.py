"""Every JSON object of a payload, with the way that leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON object of a payload."""

    path: str
    """The way to it: `blocks[0].text`."""

    key: str
    """The field that holds it, also when a list stands in between: `options`."""

    value: Mapping[str, object]
    """The object itself."""

    @property
    def kind(self) -> str:
        """The object's `type`; Slack gives options and feedback buttons none, so their field."""
        kind = self.value.get("type")
        return kind if isinstance(kind, str) else self.key


def nodes(value: object, path: str) -> Iterator[Node]:
    """Yield every object inside `value`, an outer one before those inside it."""
    # A list of what is left instead of recursion: a payload nested too deep must not crash.
    left: list[tuple[str, str, object]] = [(path, path, value)]
    while left:
        where, key, item = left.pop()
        if isinstance(item, Mapping):
            yield Node(where, key, item)
            inner = [(f"{where}.{name}", str(name), part) for name, part in item.items()]
            left.extend(reversed(inner))
        elif isinstance(item, list):
            inner = [(f"{where}[{place}]", key, part) for place, part in enumerate(item)]
            left.extend(reversed(inner))
