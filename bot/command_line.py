"""The command `handbook`: flags in, one method of App called, problems out as one sentence."""

import io
import locale
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot import __version__
from bot.app import App
from bot.diagnosis.finding import Level
from bot.fault import new_reference
from bot.problem import ProblemError, problem_sentence
from bot.settings import SITE_URL, HandbookSettings, SlackSettings, read_settings
from bot.terminal.check_flags import WRONG, check_flags, exit_code, form_asked, rules_asked
from bot.terminal.console import open_console
from bot.wording.catalogue import Words, words_in
from index.refresh.refresher import Looking
from index.search.language import Language

TRY_PORT = 4590
"""A port that nothing usual listens on; the address stays the same from try to try."""

UNUSABLE = 2
"""Exit code when the handbook, a setting or an argument cannot be used."""

Settings = tuple[HandbookSettings, SlackSettings] | ProblemError
"""All settings, or why they cannot be used: help is given all the same."""

Flags = dict[str, Any]
"""What click parsed, by parameter name."""


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
    _add(handbook, words, "chat", lambda app, _: app.chat())
    _add(handbook, words, "serve", lambda app, _: app.serve())
    _add(handbook, words, "check", _check, *check_flags(words))
    as_json = _json(words)
    _add(handbook, words, "links", lambda app, flags: app.links(as_json=flags["as_json"]), as_json)
    _add(handbook, words, "doctor", _doctor, as_json)
    _add_eval(handbook, words)
    _add_refresh(handbook, words)
    port = click.option("--port", default=TRY_PORT, show_default=True, help=words.say("cli-port"))
    _add(handbook, words, "try", lambda app, flags: app.try_it(flags["port"]), port)
    return handbook


def _add_ask(group: click.Group, words: Words) -> None:
    def run(app: App, flags: Flags) -> None:
        if flags["from_stdin"]:
            app.ask_each(sys.stdin)
        else:
            app.ask(_question(flags), as_json=flags["as_json"])

    _add(
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

    _add(group, words, "why", run, click.argument("question", nargs=-1), _json(words))


def _add_eval(group: click.Group, words: Words) -> None:
    def run(app: App, flags: Flags) -> None:
        questions = Path(flags["questions"])
        app.evaluate(questions, as_json=flags["as_json"], ablation=flags["ablation"])

    _add(
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

    _add(group, words, "index", index, _json(words))
    _add(group, words, "refresh", refresh, accept, _json(words))


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


def _doctor(app: App, flags: Flags) -> None:
    level = app.doctor(as_json=flags["as_json"])
    sys.exit(WRONG if level is Level.WRONG else 0)


def _json(words: Words) -> Callable[[Any], Any]:
    return click.option("--json", "as_json", is_flag=True, help=words.say("cli-json"))


def _add(
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
