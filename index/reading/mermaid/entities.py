"""An entity relationship diagram as its entities with their attributes, and their relations.

Source: https://mermaid.js.org/syntax/entityRelationshipDiagram.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.members import Members
from index.reading.mermaid.outline import outline
from index.reading.mermaid.relation import NEITHER

_COUNTS = (
    r"\|o|o\||\|\||\}o|o\{|\}\||\|\{",
    r"(?:one|zero)\sor\s(?:one|zero|more|many)",
    r"only one|many\([01]\)|[01]\+|1|u",
)
_COUNT = "|".join(_COUNTS)
_LINE = re.compile(rf"\s(?:{_COUNT})\s?(?:--|\.\.|\.-|-\.|to|optionally to)\s?(?:{_COUNT})\s")
_TIGHT = re.compile(r"[|}o][|o](?:--|\.\.)[|o][|{o]")
_NAME = re.compile(r'\s*(?P<name>"[^"]*"|[^\s"\[{]+)\s*(?:\[(?P<alias>[^\]]*)\])?')
_DRESS = re.compile(r"(?:style|classDef|class|direction|title)(?=\s|$)")


def read_entities(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the entities and how they belong together."""
    members = Members()
    for line in (line.strip() for line in lines):
        if members.open:
            members.add(members.open, _attribute(line))
            if "}" in line:
                members.open = ""
        elif line and not _DRESS.match(line):
            _take(members, line)
    return outline(members.rows())


def _take(members: Members, line: str) -> None:
    """Take `A ||--o{ B : label`, or an entity and the start of its attributes."""
    head, _, label = line.partition(" : ") if " : " in line else line.partition(":")
    relation = _TIGHT.search(head) or _LINE.search(f"{head} ")
    if relation is not None:
        source = _entity(members, head[: relation.start()])
        target = _entity(members, head[relation.end() :])
        if source and target:
            members.relate(source, NEITHER, target, visible(label))
        return
    name = _entity(members, line)
    _, brace, inner = line.partition("{")
    if brace:
        members.add(name, _attribute(inner))
        members.open = "" if "}" in inner else name


def _entity(members: Members, text: str) -> str:
    """Take an entity, perhaps with what it is called in brackets, and return its name."""
    match = _NAME.match(text.partition(":::")[0])
    if match is None:
        return ""
    name = visible(match["name"])
    members.mention(name, visible(match["alias"] or ""))
    return name


def _attribute(line: str) -> str:
    """Return `type name` with its comment behind a colon."""
    plain, _, comment = line.strip("{} ").partition('"')
    return ": ".join(part for part in (visible(plain), visible(comment)) if part)
