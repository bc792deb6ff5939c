"""Which quotes Goldmark sets for straight ones.

Source: goldmark's typographer extension; what it leaves open was seen by running it.
"""

import re
import unicodedata
from typing import Final

_AFTER_OPENING = re.compile(r"'(?:[smtd]|ve|ll|re)(?=[\s!-/:-@\[-`{-~]|$)")
_ENDS = re.compile(r"[\x00-\x7f][\s!-/:-@\[-`{-~]")
_DECADE = re.compile(r"'\d\ds(?=\W|_|$)")
_SHORT: Final = 2
"""A quote and one sign: what follows is the end of the line."""

OpenQuotes = dict[str, int]
"""How many quotes of each kind are open. A quote that one block leaves open a later one closes."""


class Quotes:
    """The quotes of one block's Markdown, looked at from left to right."""

    def __init__(self, source: str, open_quotes: OpenQuotes) -> None:
        self.source = source
        self.open = open_quotes
        self.run_end = 0

    def sign(self, place: int) -> str:
        """Return the sign for the straight quote at `place`, empty where it stays."""
        sign = self.source[place]
        before = self.source[place - 1 : place] or "\n"
        opens, closes = self._sides(place, before)
        if sign == '"':
            return self._double(place, before, opens=opens, closes=closes)
        return self._single(place, before, opens=opens, closes=closes)

    def _sides(self, place: int, before: str) -> tuple[bool, bool]:
        """Return whether the quotes at `place` can open and close, as CommonMark asks it."""
        if place >= self.run_end:
            self.run_end = place + 1
            while self.source[self.run_end : self.run_end + 1] == self.source[place]:
                self.run_end += 1
        after = self.source[self.run_end : self.run_end + 1] or " "
        opens = not after.isspace() and (
            not _is_sign(after) or before.isspace() or _is_sign(before)
        )
        closes = not before.isspace() and (
            not _is_sign(before) or after.isspace() or _is_sign(after)
        )
        return opens, closes

    def _double(self, place: int, before: str, *, opens: bool, closes: bool) -> str:
        if opens and not closes:
            self.open['"'] += 1
            return "“"
        if self._closes(place, opens=opens, closes=closes):
            inches = self.source[place + 1 : place + 2] == '"' and before.isdecimal()
            if not inches:
                self.open['"'] -= 1
                return "”"
        return ""

    def _single(self, place: int, before: str, *, opens: bool, closes: bool) -> str:
        rest = self._rest(place)
        after = rest[1:2]
        if opens and not closes and _DECADE.match(rest):
            return "’"
        if after and (_is_punctuation(before) or before.isspace()) and after in "tenl":
            return "’"
        if after and (before.isdecimal() or before.isalpha()) and after.isalpha():
            return "’"
        if opens and not closes:
            if _AFTER_OPENING.match(rest):
                return "’"
            self.open["'"] += 1
            return "‘"
        if len(rest.encode()) > _SHORT and not after.isdecimal():
            return "’"
        if self._closes(place, opens=opens, closes=closes):
            self.open["'"] -= 1
            return "’"
        return ""

    def _closes(self, place: int, *, opens: bool, closes: bool) -> bool:
        """Return whether a quote that was opened ends at `place`."""
        sign, rest = self.source[place], self._rest(place)
        if not self.open[sign] or not closes:
            return False
        if not opens:
            return True
        # Goldmark looks at the byte behind, which for a sign outside of ASCII is a part of it.
        return _is_punctuation(rest[1:2]) and (
            len(rest) == _SHORT or _ENDS.match(rest, 1) is not None
        )

    def _rest(self, place: int) -> str:
        """Return what follows on the line, as far as any rule looks."""
        return self.source[place : place + 6].partition("\n")[0] + (
            "\n" if "\n" in self.source[place : place + 6] else ""
        )


def _is_punctuation(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] == "P"


def _is_sign(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] in "PS"
