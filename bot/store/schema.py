"""The tables brought up to date: the steps of `migrations/`, all or none of them.

Several processes may do it at once without a lock of their own. A step runs in the transaction
that notes it; of two that take the same step the database lets the second wait, and then refuses
it, and it finds the work done at its next try.
"""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

REVISION_TABLE: Final = "store_revision"
"""Where the database notes the last step that was taken."""

_STEPS: Final = Path(__file__).parent / "migrations"


class SchemaNewerError(Exception):
    """The tables were made by a newer version of the bot."""


def newest() -> str:
    """Return the last step that this version knows."""
    return str(_script().get_current_head())


def current(connection: Connection) -> str | None:
    """Return the last step that was taken; None where there are no tables yet."""
    context = MigrationContext.configure(connection, opts={"version_table": REVISION_TABLE})
    return context.get_current_revision()


def bring_up_to_date(connection: Connection) -> None:
    """Take the steps that are missing.

    Raises:
        SchemaNewerError: when steps were taken that this version doesn't know.
    """
    before = current(connection)
    if before == newest():
        return
    if before is not None and not is_known(before):
        raise SchemaNewerError(before)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_known(revision: str) -> bool:
    """Return whether this version knows the step."""
    try:
        return _script().get_revision(revision) is not None
    except CommandError:
        return False


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    # A per cent sign in the path would be taken for a reference to another setting.
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
