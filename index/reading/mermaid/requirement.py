"""A requirement diagram as its requirements and elements, and how they belong together.

Source: https://mermaid.js.org/syntax/requirementDiagram.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.members import Members
from index.reading.mermaid.outline import outline
from index.reading.mermaid.relation import FORTH

_FORWARD = re.compile(r"\s-\s*(\w+)\s*->\s")
_BACKWARD = re.compile(r"\s<-\s*(\w+)\s*-\s")
_DRESS = re.compile(r"(?:style|classDef|class|direction)(?=\s|$)")


def read_requirements(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return each requirement with its text and facts, then the relations."""
    members = Members()
    for line in (line.strip() for line in lines):
        if "{" in line:
            _, _, name = line.partition("{")[0].strip().partition(" ")
            members.open = visible(name.partition(":::")[0])
            members.mention(members.open)
        elif line.startswith("}"):
            members.open = ""
        elif members.open:
            members.add(members.open, visible(line.partition(":")[2]))
        elif line and not _DRESS.match(line):
            _relate(members, line)
    return outline(members.rows())


def _relate(members: Members, line: str) -> None:
    if match := _FORWARD.search(line):
        source, target = line[: match.start()], line[match.end() :]
    elif match := _BACKWARD.search(line):
        target, source = line[: match.start()], line[match.end() :]
    if match and source.strip() and target.strip():
        members.relate(visible(source), FORTH, visible(target), match[1])
