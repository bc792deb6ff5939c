"""SQLAlchemy's engine for a database: here alone the two databases are set up differently."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.address import Address
from bot.store.limits import Limits

READERS: Final = {"sqlite": 2, "postgresql": 4}
"""How many may read at once."""

WRITERS: Final = {"sqlite": 1, "postgresql": 4}
"""How many may write at once: with SQLite they take turns, and never find it locked by us."""

READING: Final[Mapping[str, Mapping[str, Any]]] = {
    "sqlite": {"handbook_reading": True},
    "postgresql": {"isolation_level": "AUTOCOMMIT"},
}
"""One statement needs no transaction: with PostgreSQL that saves two ways there and back."""

PRAGMAS: Final = {
    "journal_mode": "WAL",  # who reads doesn't wait for who writes
    "synchronous": "NORMAL",  # whole after a killed process; a power cut may cost the last rows
    "foreign_keys": "ON",
    "secure_delete": "ON",  # what was forgotten is overwritten
    "journal_size_limit": "16777216",
}
"""https://sqlite.org/pragma.html"""


def open_engine(address: Address, limits: Limits) -> AsyncEngine:
    """Return the engine; nothing is connected yet."""
    backend = address.url.get_backend_name()
    connections = READERS[backend] + WRITERS[backend]
    if address.file is None:
        return create_async_engine(
            address.url,
            pool_size=connections,
            max_overflow=0,
            skip_autocommit_rollback=True,
            # Prepared statements belong to a connection, which PgBouncer hands to others.
            connect_args={"prepare_threshold": None, "application_name": "handbook-bot"},
        )
    engine = create_async_engine(
        address.url,
        pool_size=connections,
        max_overflow=0,
        connect_args={"timeout": limits.locked},
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # sqlite3 would begin transactions by itself, too late and not for every statement.
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the right to write at once: a transaction that asks for it later may be refused."""
    if not connection.get_execution_options().get("handbook_reading"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
