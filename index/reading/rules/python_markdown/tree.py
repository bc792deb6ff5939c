"""What the block rules build: a tree like the page's HTML, and what was set aside before them."""

from dataclasses import dataclass, field

from index.reading.rules.python_markdown.lines import Lines

OPEN, CLOSE = "\x02", "\x03"
"""Stand around the number of something set aside; both are taken out of every page first."""

LISTS = frozenset({"ul", "ol", "dl"})
ITEMS = frozenset({"li", "dd"})


@dataclass(slots=True)
class Node:
    """One element; block rules look at the last one to see what a block belongs to."""

    tag: str
    """Its HTML tag."""
    text: str = ""
    """Markdown of a line's kind, before the first child."""
    tail: str = ""
    """Markdown of a line's kind, behind the element, in its parent."""
    line: int = 0
    """Its first line in the file, counted from 0."""
    children: list["Node"] = field(default_factory=list)
    """What stands in it, in order."""
    attributes: dict[str, str] = field(default_factory=dict)
    """Its HTML attributes, as far as anybody asks for them."""
    kind: str = ""
    """Which extension made it, where its continuation has to find it; the language of code."""
    raw: bool = False
    """Whether its text is HTML or code and no Markdown."""

    @property
    def last(self) -> "Node | None":
        """The last child."""
        return self.children[-1] if self.children else None

    def add(self, tag: str, text: str = "", line: int = 0) -> "Node":
        """Append a child and return it."""
        child = Node(tag, text, line=line)
        self.children.append(child)
        return child

    def wrap_text(self) -> None:
        """Make a paragraph of the element's own text."""
        if self.text:
            self.children.insert(0, Node("p", self.text, line=self.line))
            self.text = ""


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that was set aside."""

    source: str
    """As it stands in the page."""
    line: int
    """Its first line in the file, counted from 0."""


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced code that was set aside."""

    text: str
    """The lines between the fences."""
    language: str
    """What the opening fence names."""
    source: tuple[str, ...]
    """All its lines with the fences: an indented block takes them to the letter."""


@dataclass(slots=True)
class Element:
    """An HTML element that was set aside because its text may be Markdown."""

    tag: str
    """Its HTML tag."""
    state: str
    """How its text is read: `block`, `span` or `off`."""
    attributes: dict[str, str]
    """Its HTML attributes."""
    line: int
    """Its first line in the file, counted from 0."""
    lines: Lines = field(default_factory=lambda: Lines((), ()))
    """Its text, with what stands for the elements in it."""


class Stash:
    """What was set aside, found again by the number that stands in the text for it."""

    def __init__(self) -> None:
        self.kept: list[Html | Fence | Element] = []

    def keep(self, thing: Html | Fence | Element) -> str:
        """Set `thing` aside and return what stands for it."""
        self.kept.append(thing)
        return f"{OPEN}{len(self.kept) - 1}{CLOSE}"
