"""Things with members and relations between things: classes, entities, requirements.

A thing is shown with its members below it; the relations follow in their own order.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.reading.mermaid.outline import Row
from index.reading.mermaid.relation import relation


@dataclass(slots=True)
class Members:
    """What the statements have told so far."""

    names: dict[str, str] = field(default_factory=dict)
    """What each thing is called, in order of their first mention."""
    below: dict[str, list[str]] = field(default_factory=dict)
    """The members of a thing."""
    relations: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Source, sign, target and label."""
    open: str = ""
    """The thing whose braces are open."""

    def mention(self, name: str, shown: str = "") -> None:
        """Take a thing, and what it is called where that is said."""
        if name and (shown or name not in self.names):
            self.names[name] = shown or name

    def add(self, name: str, member: str) -> None:
        """Take a member."""
        if name and member:
            self.mention(name)
            self.below.setdefault(name, []).append(member)

    def relate(self, source: str, sign: str, target: str, label: str) -> None:
        """Take a relation."""
        self.mention(source)
        self.mention(target)
        self.relations.append((source, sign, target, label))

    def rows(self) -> Iterator[Row]:
        """Yield what stands in no relation or has members, then the relations."""
        related = {name for source, _, target, _ in self.relations for name in (source, target)}
        for name, shown in self.names.items():
            if name in self.below or name not in related:
                yield Row(0, shown)
                yield from (Row(1, member) for member in self.below.get(name, ()))
        for source, sign, target, label in self.relations:
            yield Row(0, relation(self.names[source], sign, self.names[target], label))
