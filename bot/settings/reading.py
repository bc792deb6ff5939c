"""Reading the settings: once, at the start."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.problem import ProblemError
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings

SETTINGS_FILE = "handbook.toml"


def read_settings(folder: Path) -> tuple[HandbookSettings, SlackSettings]:
    """Read all settings; `folder` is where `handbook.toml` may stand.

    Raises:
        ProblemError: when the file is not TOML or a value cannot be used.
    """
    tables = _tables(folder / SETTINGS_FILE)
    try:
        return (
            HandbookSettings(**tables.get("handbook", {})),
            SlackSettings(**tables.get("slack", {})),
        )
    except ValidationError as error:
        first = error.errors()[0]
        prefix = "SLACK_" if error.title == SlackSettings.__name__ else "HANDBOOK_"
        name = prefix + str(first["loc"][0]).upper()
        if name == "HANDBOOK_SITE_URL":
            raise ProblemError("site-invalid", name=name, given=str(first["input"])) from error
        raise ProblemError("setting-invalid", name=name, reason=first["msg"]) from error


def _tables(file: Path) -> dict[str, dict[str, Any]]:
    try:
        loaded = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProblemError("setting-invalid", name=SETTINGS_FILE, reason=str(error)) from error
    return {name: table for name, table in loaded.items() if isinstance(table, dict)}
