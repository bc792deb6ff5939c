"""Bytes to text: what an editor's machine did to the file is undone and named."""

import re

import ftfy

from index.source.document import Notice, NoticeKind

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_SILENT = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SILENT_WHEN_REPAIRED = re.compile(r"[\x7f-\x9f]")
"""Characters that show nothing and can steer a terminal; a misread encoding is made of the latter,
so they go only when it is repaired."""


def decode(path: str, raw: bytes) -> tuple[str | None, tuple[Notice, ...]]:
    """Return the file's text, None for a binary, and what had to be done to get it.

    UTF-8 whose bytes were once read as Mac Roman, Windows-1252 or Latin-1 is repaired line by
    line; a line that was never damaged stays as it is.
    """
    text, notices = _characters(path, raw)
    if text is None:
        return None, notices
    text = _SILENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.split("\n")
    repaired = _repaired(lines)
    changed = sum(old != new for old, new in zip(lines, repaired, strict=True))
    shown = _shown(repaired)
    while shown != repaired:
        # A sign that shows nothing may have hidden from repair what it now sees.
        repaired = _repaired(shown)
        shown = _shown(repaired)
    if changed:
        notices = (*notices, Notice(path, NoticeKind.REPAIRED, str(changed)))
    return "\n".join(shown), notices


def _shown(lines: list[str]) -> list[str]:
    return _SILENT_WHEN_REPAIRED.sub("", "\n".join(lines)).split("\n")


def _repaired(lines: list[str]) -> list[str]:
    """Undo a misread encoding, line by line: half a file may be damaged and half not.

    A short line alone does not show what happened to it ("g√∏r" could be meant), so the way
    back that the clear lines show is tried on all others, where it must lead to strict UTF-8.
    """
    explained = [
        (line, None) if line.isascii() else ftfy.fix_encoding_and_explain(line) for line in lines
    ]
    encodings = {
        step.parameter for _, steps in explained for step in steps or () if step.action == "encode"
    }
    return [
        new if new != old or old.isascii() else _way_back(old, encodings)
        for old, (new, _) in zip(lines, explained, strict=True)
    ]


def _way_back(line: str, encodings: set[str]) -> str:
    for encoding in sorted(encodings):
        try:
            return line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return line


def _characters(path: str, raw: bytes) -> tuple[str | None, tuple[Notice, ...]]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strictly(path, raw, encoding)
    if b"\x00" in raw:
        return None, (Notice(path, NoticeKind.BINARY, left_out=True),)
    return _strictly(path, raw, "utf-8")


def _strictly(path: str, raw: bytes, encoding: str) -> tuple[str | None, tuple[Notice, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError:
        pass
    text = raw.decode("cp1252", errors="replace")
    printable = sum(character.isprintable() or character in "\n\r\t" for character in text)
    if printable < 0.95 * len(text):
        return None, (Notice(path, NoticeKind.BINARY, left_out=True),)
    return text, (Notice(path, NoticeKind.NOT_UTF8, "Windows-1252"),)
