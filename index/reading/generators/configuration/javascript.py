"""Settings files that are JavaScript or TypeScript: never run, only their literals are read.

A value that is no literal is not there. Of `a || "b"` and `a ?? "b"` the literal counts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CALLS = "calls()"
"""Setting of our own: the name of a function to the texts it is called with, anywhere in the file;
what is imported stands under `import`."""

KEYS = "keys()"
"""Setting of our own: the names of all entries of all objects in the file."""

_ROOT = frozenset({"baseUrl", "presets", "dir", "pathPrefix", "markdownTemplateEngine"})
"""The first object with one of these holds the site's settings."""

# Every alternative also takes what is never closed, so that no text is looked at twice.
_TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*(?:[^*]|\*(?!/))*(?:\*/)? )
    | (?P<string> "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'? | `(?:[^`\\]|\\.)*`? )
    | (?P<pattern> (?<=[(,=:\[!&|?{};\s])/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\]?)+/?[a-z]* )
    | (?P<name> [A-Za-z_$][\w$]* )
    | (?P<number> \d[\w.]* )
    | (?P<sign> \|\| | \?\? | => | [^\s\w] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_WORDS: Mapping[str, object] = {"true": True, "false": False, "null": None}
_CLOSING = {"}": "{", "]": "[", ")": "("}


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    """An identifier or keyword."""


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    """An operator or a bracket."""


@dataclass(slots=True)
class _Frame:
    """What stands between two brackets."""

    bracket: str
    """The opening one; empty for the whole file."""
    called: str = ""
    """The function whose arguments stand here."""
    key: str | None = None
    """The name whose value is being read."""
    parts: list[object] = field(default_factory=list)
    """What has been read of the entry."""
    named: dict[str, object] = field(default_factory=dict)
    """Entries with a name."""
    listed: list[object] = field(default_factory=list)
    """Entries without."""

    def end_entry(self) -> None:
        """Keep the entry that has been read, if it is a literal."""
        value = _value(self.parts)
        if self.key is not None:
            if not isinstance(value, _Name | _Sign):
                self.named[self.key] = value
        elif self.parts:
            self.listed.append(None if isinstance(value, _Name | _Sign) else value)
        self.key = None
        self.parts = []

    def value(self) -> object:
        """Return what the brackets stand for."""
        if self.bracket == "{":
            return self.named
        if self.bracket == "[":
            return self.listed
        whole = self.listed[0] if len(self.listed) == 1 and not self.called else None
        return _Sign("()") if whole is None else whole


def load_javascript(text: str) -> Mapping[str, object]:
    """Return the literals of the file's settings object, and what is found all over the file."""
    reader = _Reader()
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "sign":
            reader.take_sign(match[0])
        elif match.lastgroup != "comment":
            reader.take(_literal(str(match.lastgroup), match[0]))
    root = next((found for found in reader.objects if not _ROOT.isdisjoint(found)), {})
    return {**root, CALLS: reader.calls, KEYS: frozenset(reader.keys)}


class _Reader:
    """Takes the tokens one by one."""

    def __init__(self) -> None:
        self.frames = [_Frame("")]
        self.objects: list[dict[str, object]] = []
        self.calls: dict[str, list[str]] = {}
        self.keys: set[str] = set()

    def take(self, value: object) -> None:
        """Take a literal or a name; `import x from "y"` and `import "y"` count as calls."""
        parts = self.frames[-1].parts
        if isinstance(value, str) and parts and parts[-1] in (_Name("from"), _Name("import")):
            self.calls.setdefault("import", []).append(value)
        parts.append(value)

    def take_sign(self, sign: str) -> None:
        """Take an operator or a bracket."""
        frame = self.frames[-1]
        if sign in "{[(":
            self._open(frame, sign)
        elif sign in _CLOSING:
            if frame.bracket == _CLOSING[sign]:
                self._close(frame)
        elif sign in ",;":
            self._end_entry(frame)
        elif sign == ":" and frame.bracket == "{" and frame.key is None and len(frame.parts) == 1:
            first = frame.parts.pop()
            frame.key = first.text if isinstance(first, _Name) else str(first)
            self.keys.add(frame.key)
        else:
            frame.parts.append(_Sign(sign))

    def _open(self, frame: _Frame, sign: str) -> None:
        before = frame.parts[-1] if frame.parts else None
        called = before.text if sign == "(" and isinstance(before, _Name) else ""
        self.frames.append(_Frame(sign, called))
        if sign == "{":
            self.objects.append(self.frames[-1].named)

    def _end_entry(self, frame: _Frame) -> None:
        """End an entry; `{a}` and `{a() {…}}` name one too."""
        first = frame.parts[0] if frame.parts else None
        if frame.bracket == "{" and frame.key is None and isinstance(first, _Name):
            self.keys.add(first.text)
        frame.end_entry()

    def _close(self, frame: _Frame) -> None:
        self._end_entry(frame)
        self.frames.pop()
        texts = [text for text in frame.listed if isinstance(text, str)]
        if frame.called and texts:
            self.calls.setdefault(frame.called, []).extend(texts)
        self.frames[-1].parts.append(frame.value())


def _literal(kind: str, token: str) -> object:
    if kind == "string":
        inside = _ESCAPE.sub(r"\1", token[1:-1])
        return _Sign(token) if token[0] == "`" and "${" in token else inside
    if kind == "number":
        return int(token) if token.isdecimal() else _Sign(token)
    if kind == "name":
        return _WORDS.get(token, _Name(token))
    return _Sign(token)


def _value(parts: Sequence[object]) -> object:
    """Return the literal that an expression amounts to, a name or sign where it is none."""
    start, end = 0, len(parts)
    for place, part in enumerate(parts):
        if part in (_Name("as"), _Name("satisfies")):
            end = place
            break
        if part in (_Sign("||"), _Sign("??")):
            start = place + 1
    return parts[start] if end - start == 1 else _Sign("")
