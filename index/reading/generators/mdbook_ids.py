"""The ids that mdBook gives headings: `id_from_content` of its two major versions."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from markdown_it.token import Token

from index.reading.generators.generator import RawHeading

_SPACE = re.compile(r"\s")


@cache
def _dropped() -> re.Pattern[str]:
    """Return what an id does not keep: all but what Unicode calls alphabetic or a number."""
    table = files("index.reading.generators").joinpath("other_alphabetic.txt").read_text("ascii")
    ranges = (part.partition("-") for part in table.split())
    kept = "".join(
        f"{chr(int(first, 16))}-{chr(int(last or first, 16))}" for first, _, last in ranges
    )
    return re.compile(rf"[^\w\s{kept}-]")


def newest_ids(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Return the ids of 0.5: a number is added until it is free; explicit ones are not counted."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        if heading.explicit or heading.html:
            anchors.append(heading.explicit)
            continue
        start = anchor = _slug(_text(heading.children).lower())
        while anchor in taken:
            numbers[start] = numbers.get(start, 0) + 1
            anchor = f"{start}-{numbers[start]}"
        taken.add(anchor)
        anchors.append(anchor)
    return tuple(anchors)


def older_ids(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Return the ids of 0.4: ASCII alone in lower case, and nobody asks whether one is taken."""
    seen: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        if heading.explicit or heading.html:
            anchors.append(heading.explicit)
            continue
        slug = _slug(_ascii_lower(_text(heading.children)))
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        anchors.append(f"{slug}-{count}" if count else slug)
    return tuple(anchors)


def _ascii_lower(text: str) -> str:
    return text.encode().lower().decode()


def _slug(text: str) -> str:
    return _dropped().sub("", _SPACE.sub("-", text.strip()))


def _text(children: Sequence[Token]) -> str:
    """Return text, code and the numbers of footnotes; images and tags give nothing."""
    parts: list[str] = []
    for token in children:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "footnote_ref":
            parts.append(str(token.meta["id"] + 1))
    return "".join(parts)
