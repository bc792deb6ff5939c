"""The command `handbook`, from what was typed: in which language, with which settings."""

import io
import locale
import os
import sys
from pathlib import Path

from bot.command import Settings
from bot.commands import build_command_line
from bot.problem import ProblemError
from bot.settings.reading import read_settings
from bot.wording.catalogue import words_in
from index.search.language import Language


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A letter that the terminal cannot show is no reason not to answer.
            stream.reconfigure(errors="replace")
    try:
        settings = _read_settings()
        words = words_in(_language(sys.argv[1:], settings))
        build_command_line(words, settings).main(prog_name="handbook", standalone_mode=True)
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does: nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _read_settings() -> Settings:
    try:
        return read_settings(Path.cwd())
    except ProblemError as problem:
        return problem


def _language(arguments: list[str], settings: Settings) -> Language:
    """Return the language of the terminal's sentences: flag, setting, then the system's."""
    wanted = "" if isinstance(settings, ProblemError) else settings[0].language
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            wanted = value or "".join(arguments[number + 1 : number + 2])
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return Language.DANISH if (wanted or system).lower().startswith("da") else Language.ENGLISH
