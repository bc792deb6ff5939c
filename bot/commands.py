"""The sub-commands of `handbook`, each one call of a method of App."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot import __version__
from bot.app import App
from bot.command import UNUSABLE, Flags, Settings, add_command
from bot.diagnosis.finding import Level
from bot.problem import ProblemError
from bot.terminal.check_flags import WRONG, check_flags, exit_code, form_asked, rules_asked
from bot.wording.catalogue import Words
from index.refresh.round import Looking
from index.search.language import Language

TRY_PORT = 4590
"""A port that nothing usual listens on; the address stays the same from try to try."""


def build_command_line(words: Words, settings: Settings) -> click.Group:
    """Return the command with its sub-commands, described in the language of `words`."""

    @click.group(
        help=words.say("cli-handbook"),
        context_settings={
            "obj": settings,
            "help_option_names": ["-h", "--help"],
            "max_content_width": 100,
        },
    )
    @click.version_option(__version__, prog_name="handbook")
    @click.option(
        "--language",
        type=click.Choice([language.value for language in Language]),
        help=words.say("cli-language"),
    )
    def handbook(**_flags: object) -> None: ...

    _add_ask(handbook, words)
    _add_why(handbook, words)
    add_command(handbook, words, "chat", lambda app, _: app.chat())
    add_command(handbook, words, "serve", lambda app, _: app.serve())
    add_command(handbook, words, "check", _check, *check_flags(words))
    as_json = _json(words)
    add_command(
        handbook, words, "links", lambda app, flags: app.links(as_json=flags["as_json"]), as_json
    )
    add_command(handbook, words, "doctor", _doctor, as_json)
    http = click.option("--http", default="", metavar="URL", help=words.say("cli-http"))
    add_command(handbook, words, "manifest", lambda app, flags: app.manifest(flags["http"]), http)
    _add_eval(handbook, words)
    _add_refresh(handbook, words)
    port = click.option("--port", default=TRY_PORT, show_default=True, help=words.say("cli-port"))
    add_command(handbook, words, "try", lambda app, flags: app.try_it(flags["port"]), port)
    return handbook


def _add_ask(group: click.Group, words: Words) -> None:
    def run(app: App, flags: Flags) -> None:
        if flags["from_stdin"]:
            app.ask_each(sys.stdin)
        else:
            app.ask(_question(flags), as_json=flags["as_json"])

    add_command(
        group,
        words,
        "ask",
        run,
        click.argument("question", nargs=-1),
        _json(words),
        click.option("--stdin", "from_stdin", is_flag=True, help=words.say("cli-stdin")),
    )


def _add_why(group: click.Group, words: Words) -> None:
    def run(app: App, flags: Flags) -> None:
        app.why(_question(flags), as_json=flags["as_json"])

    add_command(group, words, "why", run, click.argument("question", nargs=-1), _json(words))


def _add_eval(group: click.Group, words: Words) -> None:
    def run(app: App, flags: Flags) -> None:
        questions = Path(flags["questions"])
        app.evaluate(questions, as_json=flags["as_json"], ablation=flags["ablation"])

    add_command(
        group,
        words,
        "eval",
        run,
        click.argument("questions", metavar="QUESTIONS.jsonl"),
        click.option("--ablation", is_flag=True, help=words.say("cli-ablation")),
        _json(words),
    )


def _add_refresh(group: click.Group, words: Words) -> None:
    accept = click.option("--accept", is_flag=True, help=words.say("cli-accept"))
    everything = Looking(every=True)

    def index(app: App, flags: Flags) -> None:
        _refresh(app, replace(everything, anew=True), flags)

    def refresh(app: App, flags: Flags) -> None:
        _refresh(app, replace(everything, accept=flags["accept"]), flags)

    add_command(group, words, "index", index, _json(words))
    add_command(group, words, "refresh", refresh, accept, _json(words))


def _refresh(app: App, looking: Looking, flags: Flags) -> None:
    """Look at every handbook; the exit code tells whether its newest revision answers now."""
    found = app.refresh(looking, as_json=flags["as_json"])
    if found.edition is None:
        sys.exit(UNUSABLE)
    sys.exit(WRONG if found.status.troubles or found.unkept else 0)


def _question(flags: Flags) -> str:
    """Return what was typed after the command.

    Raises:
        ProblemError: when that is nothing.
    """
    question = " ".join(flags["question"]).strip()
    if not question:
        raise ProblemError("question-empty")
    return question


def _check(app: App, flags: Flags) -> None:
    findings = app.check(form_asked(flags), rules_asked(flags))
    sys.exit(exit_code(findings, flags))


def _links(app: App, flags: Flags) -> None:
    app.links(as_json=flags["as_json"])


def _doctor(app: App, flags: Flags) -> None:
    level = app.doctor(as_json=flags["as_json"])
    sys.exit(WRONG if level is Level.WRONG else 0)


def _json(words: Words) -> Callable[[Any], Any]:
    return click.option("--json", "as_json", is_flag=True, help=words.say("cli-json"))
