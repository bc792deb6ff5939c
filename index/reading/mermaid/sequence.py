"""A sequence diagram as its exchanges, what happens under a condition below the condition.

Source: https://mermaid.js.org/syntax/sequenceDiagram.html
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs
from index.reading.mermaid.relation import BOTH, FORTH, relation

AGAIN = "↻"
"""What stands below happens again and again."""

_STATEMENT = re.compile(r"(?:#\w{1,32};|[^;#]++|#)++")
_ARROWS = (
    re.compile(r"(?P<both><<)?-{1,2}(?:>>|>|\)|[|\\/]{1,2}|x(?!\w))|[|\\/]{1,2}-{1,2}"),
    re.compile(r"(?P<both><<)?-{1,2}x"),
)
_WRAP = re.compile(r"\s*:?(?:no)?wrap:")
_OVER = re.compile(r"(?:(?:left|right)\s+of|over)\s+([^:]*):(.*)", re.IGNORECASE)
_OPENING = {
    "alt": FORTH,
    "break": FORTH,
    "critical": FORTH,
    "loop": AGAIN,
    "opt": FORTH,
    "par": FORTH,
    "par_over": FORTH,
}
"""Words that begin a part of its own, with the sign behind its condition."""

_PLAIN = frozenset({"rect", "box"})
"""Words that begin a part which only looks different."""

_FURTHER = frozenset({"else", "and", "option"})
_SILENT = frozenset(
    {"activate", "deactivate", "autonumber", "destroy", "link", "links", "properties", "details"}
)


@dataclass(slots=True)
class _Script:
    """What the statements have told so far."""

    names: dict[str, str] = field(default_factory=dict)
    """What each participant is called in the diagram."""
    rows: list[Row] = field(default_factory=list)
    """The exchanges."""
    parts: list[int] = field(default_factory=list)
    """The parts that are open, with the level of what stands in each."""
    title: str = ""
    """What stands above the diagram."""

    @property
    def level(self) -> int:
        """How deep the next exchange lies."""
        return self.parts[-1] if self.parts else 0

    def name(self, text: str) -> str:
        """Return what a participant is called."""
        found = text.replace("()", "").strip()
        return self.names.setdefault(found, visible(found))


def read_sequence(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the exchanges in order; where there is none, who takes part."""
    script = _Script()
    for statement in _statements(lines):
        word, _, rest = statement.partition(" ")
        if rest.lstrip().startswith(("-", "<")) or not _take_word(script, word.lower(), rest):
            _message(script, statement)
    told = outline(script.rows, 1) or outline(Row(0, name) for name in script.names.values())
    return (*paragraphs([script.title]), *told)


def _statements(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for part in _STATEMENT.findall(line.partition("%%")[0]):
            if part.strip():
                yield " ".join(part.split())


def _take_word(script: _Script, word: str, rest: str) -> bool:
    """Take a statement that a word begins; return whether it was one."""
    if word == "create":
        word, _, rest = rest.partition(" ")
    if word in ("participant", "actor"):
        name, _, alias = rest.partition(" as ")
        name = name.partition("@{")[0].strip()
        script.names[name] = visible(alias) or visible(name)
    elif word in _OPENING or word in _FURTHER:
        _open(script, word, rest)
    elif word in _PLAIN:
        script.parts.append(script.level)
    elif word == "end":
        del script.parts[-1:]
    elif word == "note":
        _note(script, rest)
    elif word in ("title", "title:"):
        script.title = visible(rest)
    else:
        return word in _SILENT
    return True


def _open(script: _Script, word: str, rest: str) -> None:
    """Begin a part below its condition; one without words stands in line with the rest."""
    if word in _FURTHER:
        del script.parts[-1:]
    condition = visible(_WRAP.sub("", rest, count=1))
    level = script.level
    if condition or word in _FURTHER:
        sign = _OPENING.get(word, FORTH)
        script.rows.append(Row(level, f"{condition} {sign}".strip()))
        level += 1
    script.parts.append(level)


def _note(script: _Script, rest: str) -> None:
    """Take a note to the exchange above it."""
    note = _OVER.match(rest)
    if note is None:
        return
    names = ", ".join(script.name(name) for name in note[1].split(","))
    text = f"{names}: {visible(_WRAP.sub('', note[2], count=1))}"
    if script.rows and script.rows[-1].level == script.level:
        script.rows[-1].remarks.append(text)
    else:
        script.rows.append(Row(script.level, text))


def _message(script: _Script, statement: str) -> None:
    head, _, text = statement.partition(":")
    arrow = next((match for arrow in _ARROWS if (match := arrow.search(head))), None)
    if arrow is None:
        return
    source, target = head[: arrow.start()], head[arrow.end() :].strip().lstrip("+-")
    if source.strip() and target.strip():
        sign = BOTH if arrow["both"] else FORTH
        said = visible(_WRAP.sub("", text, count=1))
        told = relation(script.name(source), sign, script.name(target), said)
        script.rows.append(Row(script.level, told))
