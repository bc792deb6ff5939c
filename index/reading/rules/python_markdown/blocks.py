"""The order in which Python-Markdown asks its block rules, and the loop that does it."""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field

from index.reading.rules.python_markdown.lines import Lines
from index.reading.rules.python_markdown.tree import Node, Stash

DEPTH = 60
"""Levels of nesting that are read; what lies deeper is a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines up to the next blank one, in which a rule may find what is its own."""

    lines: Lines
    """The lines of the page or element."""
    start: int
    """Where the block begins."""
    end: int
    """Where it ends: the next blank line, or the end of what was asked for."""
    stop: int
    """Where the lines end that were asked for."""

    @property
    def text(self) -> str:
        """The block as one text."""
        return "\n".join(self.lines.texts[self.start : self.end])

    @property
    def head(self) -> str:
        """Its first line."""
        return self.lines.texts[self.start]

    @property
    def line(self) -> int:
        """Number of its first line in the file."""
        return self.lines.number(self.start)


BlockRule = Callable[["Parser", Node, Block], int | None]
"""Adds to the node what it reads and returns the place behind it; None where nothing is its own."""

References = MutableMapping[str, tuple[str, str]]
"""Label of a link's definition in lower case to its target and title."""


@dataclass(slots=True)
class Parser:
    """One page on its way from lines to a tree."""

    rules: Sequence[BlockRule]
    """What is asked, in this order."""
    stash: Stash
    """What was set aside before."""
    references: References = field(default_factory=dict)
    """The link definitions that were found."""
    notes: dict[str, Node] = field(default_factory=dict)
    """The footnotes that were found, by label."""
    states: list[str] = field(default_factory=list)
    """In what a block stands, outermost first: `list`, `looselist`, `detabbed`, `quote`."""
    depth: int = 0
    """How deep the parser stands in nested elements."""

    def inside(self, state: str) -> bool:
        """Return whether the innermost state is this one."""
        return bool(self.states) and self.states[-1] == state

    def parse(self, parent: Node, lines: Lines, state: str = "") -> None:
        """Read all lines into `parent`."""
        self.parse_range(parent, lines, 0, len(lines), state)

    def parse_range(
        self, parent: Node, lines: Lines, start: int, stop: int, state: str = ""
    ) -> None:
        """Read the lines from `start` to before `stop` into `parent`."""
        if self.depth >= DEPTH:
            text = "\n".join(lines.texts[start:stop]).strip()
            parent.add("p", text, lines.number(start))
            return
        self.depth += 1
        if state:
            self.states.append(state)
        try:
            self._loop(parent, lines, start, stop)
        finally:
            self.depth -= 1
            if state:
                self.states.pop()

    def _loop(self, parent: Node, lines: Lines, start: int, stop: int) -> None:
        at = end = start
        texts = lines.texts
        while at < stop:
            if not texts[at]:
                at += 1
                continue
            if at >= end:
                end = at + 1
                while end < stop and texts[end]:
                    end += 1
            block = Block(lines, at, end, stop)
            after = None
            for rule in self.rules:
                after = rule(self, parent, block)
                if after is not None:
                    break
            at = end if after is None else after
