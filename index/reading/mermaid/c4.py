"""A C4 diagram as its people and systems, and what they do with each other.

Source: https://mermaid.js.org/syntax/c4.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs
from index.reading.mermaid.relation import BACK, BOTH, FORTH, relation

_CALL = re.compile(r"\s*(?P<word>\w+)\s*\((?P<facts>.*)\)\s*(?P<opens>\{?)")
_FACT = re.compile(r'\s*(?:(?P<name>\$\w+)\s*=\s*)?(?:"(?P<quoted>[^"]*)"|(?P<plain>[^",]+))')
_TITLE = re.compile(r"\s*title\s+(?P<title>.*)")
_SIGNS = {"BiRel": BOTH, "Rel_Back": BACK}
_SILENT = ("Update", "Lay_", "Add", "SHOW_", "HIDE_")
_RELATED = 2


def read_c4(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the things, those within a boundary below it, then their relations."""
    title, names, relations = "", dict[str, str](), list[tuple[str, list[str]]]()
    rows: list[Row] = []
    level = 0
    for line in lines:
        if found := _TITLE.match(line):
            title = visible(found["title"])
        elif call := _CALL.match(line):
            word, facts = call["word"], _facts(call["facts"])
            if "Rel" in word and not word.startswith(_SILENT):
                relations.append((word, facts[1:] if word == "RelIndex" else facts))
            elif facts and not word.startswith(_SILENT):
                names[facts[0]] = (facts[1:2] or facts)[0]
                rows.append(Row(level, ": ".join((names[facts[0]], *facts[2:]))))
            level += bool(call["opens"])
        elif line.strip() == "{":
            level += 1
        level -= line.strip().startswith("}") and level > 0
    told = (_relation(word, facts, names) for word, facts in relations)
    return (*paragraphs([title]), *outline([*rows, *(Row(0, line) for line in told)]))


def _facts(text: str) -> list[str]:
    """Return what stands between the brackets, without what only dresses (`$tags="…"`)."""
    found = (match for match in _FACT.finditer(text) if not match["name"])
    shown = (visible(match["quoted"] or match["plain"] or "") for match in found)
    return [fact for fact in shown if fact]


def _relation(word: str, facts: Sequence[str], names: dict[str, str]) -> str:
    if len(facts) < _RELATED:
        return ""
    source, target = (names.get(name, name) for name in facts[:_RELATED])
    told = ", ".join(fact for fact in facts[_RELATED:] if fact)
    return relation(source, _SIGNS.get(word, FORTH), target, told)
