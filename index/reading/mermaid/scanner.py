"""A text read from its start to its end, each part once."""

import re


class Scanner:
    """A place in a text, with patterns taken there or looked for ahead."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._found: dict[re.Pattern[str], re.Match[str] | None] = {}

    @property
    def done(self) -> bool:
        """Whether everything is read."""
        return self.at >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the match that starts here and go behind it; None where there is none."""
        match = pattern.match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match

    def ahead(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the nearest match from here on.

        It is kept until the place is behind it: however often it is asked for, each part of the
        text is searched once for a pattern.
        """
        match = self._found.get(pattern)
        if pattern not in self._found or (match is not None and match.start() < self.at):
            match = self._found[pattern] = pattern.search(self.text, self.at)
        return match

    def until(self, match: re.Match[str]) -> str:
        """Return the text up to a match found ahead, and go behind the match."""
        text = self.text[self.at : match.start()]
        self.at = match.end()
        return text
