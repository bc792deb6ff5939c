"""Boxes and arrows, as flowcharts and state diagrams tell them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.reading.mermaid.label import named
from index.reading.mermaid.relation import FORTH

GROUPS_NAMED = 3
"""How many of the groups around a box are named, the innermost ones."""

_WIDE = 200
"""More arrows than this between two sets of boxes are drawn through one point between them."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another."""

    target: str
    """The box it leads to."""
    label: str = ""
    """What stands on it."""
    sign: str = FORTH
    """Its heads."""


@dataclass(slots=True)
class Group:
    """A frame around boxes."""

    name: str
    """What arrows call it."""
    title: str
    """What stands on it; empty where it only frames."""
    around: int | None
    """The group it lies in."""
    first: str = ""
    """Where an arrow to it leads: the first box in it."""
    last: str = ""
    """Where an arrow from it starts: the last box in it."""


@dataclass(slots=True)
class Graph:
    """What the statements have told so far."""

    texts: dict[str, str] = field(default_factory=dict)
    """What stands in each box, in order of their first mention; empty for a mere point."""
    arrows: dict[str, list[Arrow]] = field(default_factory=dict)
    """The arrows from each box, in order."""
    remarks: dict[str, list[str]] = field(default_factory=dict)
    """What is remarked on a box."""
    groups: list[Group] = field(default_factory=list)
    """Every group, outer ones before those in them."""
    inside: dict[str, int] = field(default_factory=dict)
    """The group of each box that lies in one."""
    open: list[int] = field(default_factory=list)
    """The groups that are not closed yet."""

    def mention(self, name: str, text: str | None = None) -> None:
        """Take a box, and what stands in it where that is said; else its name stands in it."""
        if text is not None or name not in self.texts:
            self.texts[name] = name if text is None else text
        if self.open and self._nearer(name):
            self.inside[name] = self.open[-1]

    def _nearer(self, name: str) -> bool:
        """Return whether the open group lies in the box's group so far; the first one counts."""
        return name not in self.inside or self.inside[name] in (
            self.groups[self.open[-1]].around,
            self.open[-1],
        )

    def connect(self, sources: list[str], arrow: Arrow, targets: list[str]) -> None:
        """Take the arrows from each of the sources to each of the targets."""
        if len(sources) * len(targets) > max(_WIDE, len(sources) + len(targets)):
            point = f"\n{len(self.texts)}"
            self.texts[point] = ""
            self.connect(sources, Arrow("", arrow.label, arrow.sign), [point])
            sources, arrow = [point], Arrow("")
        for source in sources:
            self.arrows.setdefault(source, []).extend(
                Arrow(target, arrow.label, arrow.sign) for target in targets
            )

    def enter(self, name: str, title: str) -> None:
        """Open a group."""
        self.groups.append(Group(name, title, self.open[-1] if self.open else None))
        self.open.append(len(self.groups) - 1)

    def leave(self) -> None:
        """Close the group that was opened last."""
        if self.open:
            self.open.pop()

    def place(self, name: str) -> str:
        """Return the titles of the groups around a box, outermost first."""
        titles: list[str] = []
        at = self.inside.get(name)
        for _ in range(GROUPS_NAMED):
            if at is None:
                break
            titles.append(named(self.groups[at].title))
            at = self.groups[at].around
        return " › ".join(title for title in reversed(titles) if title)

    def without_groups_as_boxes(self) -> "Graph":
        """Return the graph with the arrows of groups at boxes in them; an empty group is a box."""
        self._find_ends()
        ends = {group.name: group for group in self.groups if group.first}
        for group in self.groups:
            if not group.first and group.title:
                self.texts[group.name] = group.title
        moved = Graph(
            {name: text for name, text in self.texts.items() if name not in ends},
            remarks=self.remarks,
            groups=self.groups,
            inside=self.inside,
        )
        for source, arrows in self.arrows.items():
            start = ends[source].last if source in ends else source
            moved.arrows.setdefault(start, []).extend(
                Arrow(ends[arrow.target].first, arrow.label, arrow.sign)
                if arrow.target in ends
                else arrow
                for arrow in arrows
            )
        return moved

    def _find_ends(self) -> None:
        """Find where an arrow to a group leads: if it can, to a box that nothing else leads to."""
        groups = {group.name for group in self.groups}
        boxes = [name for name in self.texts if name in self.inside and name not in groups]
        led_to = {arrow.target for arrows in self.arrows.values() for arrow in arrows}
        whole = self._outermost(boxes)
        starts = self._outermost(name for name in boxes if name not in led_to)
        ends = self._outermost(name for name in boxes if not self.arrows.get(name))
        for number, (first, last) in whole.items():
            group = self.groups[number]
            group.first = group.first or starts.get(number, (first, ""))[0]
            group.last = group.last or ends.get(number, ("", last))[1]

    def _outermost(self, boxes: Iterable[str]) -> dict[int, tuple[str, str]]:
        """Return the first and the last of the boxes in each group and in the groups in it."""
        names = list(boxes)
        found: dict[int, tuple[int, int]] = {}
        for place, name in enumerate(names):
            first, _ = found.get(self.inside[name], (place, place))
            found[self.inside[name]] = first, place
        for number in reversed(range(len(self.groups))):
            around = self.groups[number].around
            if around is not None and number in found:
                (first, last), outer = found[number], found.get(around, found[number])
                found[around] = min(first, outer[0]), max(last, outer[1])
        return {number: (names[first], names[last]) for number, (first, last) in found.items()}
