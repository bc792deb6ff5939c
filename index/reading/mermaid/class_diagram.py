"""A class diagram as its classes with their members, and their relations.

Source: https://mermaid.js.org/syntax/classDiagram.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.members import Members
from index.reading.mermaid.outline import outline
from index.reading.mermaid.relation import direction

_LINE = re.compile(r"(?P<left><\|?|\*|(?<!\w)o|\(\))?(?:--|\.\.)(?P<right>\|?>|\*|o(?!\w)|\(\))?")
_QUOTED = re.compile(r'"([^"]*)"')
_NOTE = re.compile(r'note(?:\s+for\s+(?P<name>\S+))?\s+"(?P<text>[^"]*)"')
_KIND = re.compile(r"<<([^<>]*)>>")
_GENERIC = re.compile(r"~([^~\s]*)~")
_DRESS = re.compile(
    r"(?:style|classDef|cssClass|click|callback|link|action|direction|namespace|title)(?=\s|$)"
)


def read_classes(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the classes and how they belong together."""
    members = Members()
    for line in (line.strip() for line in lines):
        if note := _NOTE.match(line):
            _note(members, note["name"], visible(note["text"]))
        elif line.startswith("}"):
            members.open = ""
        elif members.open:
            members.add(members.open, _member(line))
        elif line.startswith("class "):
            _declare(members, line.removeprefix("class "))
        elif kind := _KIND.match(line):
            members.add(line[kind.end() :].strip(), f"«{kind[1].strip()}»")
        elif line and not _DRESS.match(line):
            _relate(members, line)
    return outline(members.rows())


def _note(members: Members, name: str | None, text: str) -> None:
    if name:
        members.add(name, text)
    else:
        members.mention(text)


def _declare(members: Members, text: str) -> None:
    """Take `Name["Label"]:::class {`."""
    head, brace, inner = text.partition("{")
    head, _, label = head.partition(":::")[0].partition("[")
    name = _name(head)
    members.mention(name, visible(label.rpartition("]")[0]) or _generic(head.strip()))
    if brace and "}" not in inner:
        members.open = name
    members.add(name, _member(inner.partition("}")[0]))


def _relate(members: Members, line: str) -> None:
    """Take `A "1" --> "*" B : label`, or a member behind a colon."""
    head, colon, label = line.partition(":")
    found = _LINE.search(head)
    if found is None:
        if colon and not label.startswith("::"):
            members.add(_name(head), _member(label))
        return
    source, target = head[: found.start()], head[found.end() :]
    counts = " ".join(_QUOTED.findall(source)), " ".join(_QUOTED.findall(target))
    sign = direction(found["left"] or "", found["right"] or "")
    told = " ".join(part for part in (counts[0], sign, counts[1]) if part)
    names = _name(_QUOTED.sub("", source)), _name(_QUOTED.sub("", target))
    if all(names):
        members.relate(names[0], told, names[1], visible(label))


def _name(text: str) -> str:
    return text.strip().partition("~")[0].strip("` ")


def _member(text: str) -> str:
    """Return a member without the signs of who may use it."""
    text = _KIND.sub(r"«\1»", text.strip())
    return _generic(visible(text).lstrip("+-#~").rstrip("$*;"))


def _generic(text: str) -> str:
    return _GENERIC.sub(r"<\1>", text)
