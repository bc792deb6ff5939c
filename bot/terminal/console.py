"""Where answers and remarks are printed: a terminal, or a pipe."""

from typing import Final, TextIO

from rich.console import Console

PIPED_WIDTH: Final = 120
"""Characters of a table that no terminal limits."""


def open_console(stream: TextIO) -> Console:
    """Return a console that breaks lines for a person, and never in what other programs read."""
    piped = not stream.isatty()
    return Console(file=stream, soft_wrap=piped, width=PIPED_WIDTH if piped else None)
