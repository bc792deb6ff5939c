"""A diagram of any other kind: what stands in its quotes and brackets, in order."""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline
from index.reading.mermaid.scanner import Scanner

_DRESS = re.compile(r"\s*(?:style|classDef|class|click|linkStyle|theme|config|direction)\b")
_POINTED = re.compile(r"\]>\([\w, ]{0,40}\)")
_SIGN = re.compile(r'["\[({|\n]')
_CLOSING = {sign: re.compile(re.escape(end)) for sign, end in zip('"[({|', '"])}|', strict=True)}
_SPECIAL = re.compile(r'["\[\](){}|\n]')


def read_labels(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the labels as a list; text outside of quotes and brackets is taken for syntax."""
    text = _POINTED.sub("]", "\n".join(line for line in lines if not _DRESS.match(line)))
    shown = (label for label in map(visible, _labels(text)) if any(map(str.isalnum, label)))
    return outline(Row(0, label) for label in dict.fromkeys(shown))


def _labels(text: str) -> Iterator[str]:
    scanner = Scanner(text)
    while (opening := scanner.ahead(_SIGN)) is not None:
        scanner.at = opening.end()
        if opening[0] == "\n":
            continue
        closing = scanner.ahead(_CLOSING[opening[0]])
        special = scanner.ahead(_SPECIAL)
        if closing is not None and special is not None and special.start() == closing.start():
            yield scanner.until(closing)
