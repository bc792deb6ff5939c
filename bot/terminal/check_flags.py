"""The flags of `handbook check`, and what they ask for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from bot.terminal.check import Form
from bot.wording.catalogue import Words
from index.check.finding import Finding, Level, Rule

CLEAN = 0
"""Exit code when nothing is wrong at the level asked for."""
WRONG = 1
"""Exit code when something is."""


def check_flags(words: Words) -> tuple[Callable[[Any], Any], ...]:
    """Return the flags, described in the language of `words`."""
    rules = click.Choice([rule.value for rule in Rule])
    levels = click.Choice([level.value for level in Level])
    return (
        click.option("--json", "form", flag_value=Form.JSON.value, help=words.say("cli-json")),
        click.option(
            "--github", "form", flag_value=Form.GITHUB.value, help=words.say("cli-github")
        ),
        click.option(
            "--level",
            type=levels,
            default=Level.ERROR.value,
            show_default=True,
            help=words.say("cli-level"),
        ),
        click.option("--rule", "rules", type=rules, multiple=True, help=words.say("cli-rule")),
        click.option(
            "--no-rule", "without", type=rules, multiple=True, help=words.say("cli-no-rule")
        ),
    )


def form_asked(flags: Mapping[str, Any]) -> Form:
    """Return the form in which findings are printed."""
    return Form(flags["form"] or Form.TEXT)


def rules_asked(flags: Mapping[str, Any]) -> frozenset[Rule]:
    """Return the rules that are looked at: those named, else all, without those excepted."""
    named = frozenset(Rule(name) for name in flags["rules"] or Rule)
    return named - {Rule(name) for name in flags["without"]}


def exit_code(findings: Iterable[Finding], flags: Mapping[str, Any]) -> int:
    """Return whether something is wrong at the level asked for, as an exit code."""
    limit = Level(flags["level"])
    return WRONG if any(finding.level.reaches(limit) for finding in findings) else CLEAN
