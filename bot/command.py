"""One sub-command: its flags, the bot that they make, and what goes wrong as one sentence."""

import os
import re
import sys
from collections.abc import Callable
from typing import Any

import click

from bot.app import App
from bot.fault import new_reference
from bot.problem import ProblemError, problem_sentence
from bot.settings.form import SITE_URL
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from bot.terminal.console import open_console
from bot.wording.catalogue import Words

UNUSABLE = 2
"""Exit code when the handbook, a setting or an argument cannot be used."""

Settings = tuple[HandbookSettings, SlackSettings] | ProblemError
"""All settings, or why they cannot be used: help is given all the same."""

Flags = dict[str, Any]
"""What click parsed, by parameter name."""


def add_command(
    group: click.Group,
    words: Words,
    name: str,
    run: Callable[[App, Flags], None],
    *parameters: Callable[[Any], Any],
) -> None:
    """Add a sub-command: its own parameters, and those that say which handbook."""

    @click.pass_obj
    def callback(settings: Settings, /, **flags: Any) -> None:  # noqa: ANN401 - click gives what it parsed
        _run(lambda: run(_app(settings, flags, words), flags), words)

    where = (
        click.option("--content", metavar="PLACE", help=words.say("cli-content")),
        click.option("--site-url", metavar="URL", help=words.say("cli-site-url")),
        click.option("--generator", metavar="NAME", help=words.say("cli-generator")),
    )
    command: Any = callback
    for parameter in reversed((*parameters, *where)):
        command = parameter(command)
    group.command(name, help=words.say(f"cli-{name}"))(command)


def _app(settings: Settings, flags: Flags, words: Words) -> App:
    """Put the bot together; what was given as a flag wins over the settings."""
    if isinstance(settings, ProblemError):
        raise settings
    handbook, slack = settings
    given = {
        name: flags[name]
        for name in ("content", "site_url", "generator")
        if flags[name] is not None
    }
    if not re.match(SITE_URL, given.get("site_url", "")):
        raise ProblemError("site-invalid", name="--site-url", given=given["site_url"])
    if "content" in given:
        given["sources"] = ()
    return App(
        handbook.model_copy(update=given),
        slack,
        words,
        out=open_console(sys.stdout),
        err=open_console(sys.stderr),
    )


def _run(work: Callable[[], None], words: Words) -> None:
    """Do the work; what goes wrong becomes one sentence and exit code 2."""
    console = open_console(sys.stderr)
    try:
        work()
    except KeyboardInterrupt:
        sys.exit(130)
    except (BrokenPipeError, click.ClickException):
        raise
    except Exception as error:
        sentence = problem_sentence(error, words)
        if sentence is None and "HANDBOOK_DEBUG" in os.environ:
            raise
        if sentence is None:
            kind = type(error).__name__
            sentence = words.say("cli-fault", kind=kind, reference=new_reference())
        console.print(sentence, markup=False, style="red")
        sys.exit(UNUSABLE)
