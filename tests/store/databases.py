"""A fresh database for a test: a file of SQLite, or one on a PostgreSQL that is there."""

import contextlib
import os
import secrets
import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import psycopg
import sqlalchemy
from sqlalchemy import Engine, create_engine, make_url, select

from bot.store.tables import METADATA
from tests.store.proxy import LOOPBACK, Proxy

POSTGRES: Final = os.environ.get(
    "HANDBOOK_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres"
)
"""The PostgreSQL that tests make databases on."""


class Database(ABC):
    """A database of a test's own."""

    def __init__(self, url: str, direct: str) -> None:
        self.url: Final = url
        """What the store is opened with."""
        self.direct: Final = direct
        """What reaches it whatever happens to the store's way."""

    @abstractmethod
    def away(self) -> AbstractContextManager[None]:
        """Make it impossible to write for a while."""

    @contextmanager
    def engine(self) -> Generator[Engine]:
        """Give SQLAlchemy's engine for a look past the store."""
        engine = create_engine(self.direct)
        try:
            yield engine
        finally:
            engine.dispose()

    def rows(self, table: str) -> Sequence[Any]:
        """Return all rows of a table."""
        with self.engine() as engine, engine.connect() as connection:
            return connection.execute(select(METADATA.tables[table])).all()

    def texts(self) -> dict[str, str]:
        """Return all that stands in each table as text."""
        return {name: repr(self.rows(name)) for name in METADATA.tables}

    def execute(self, statement: str) -> None:
        """Do something past the store."""
        with self.engine() as engine, engine.begin() as connection:
            connection.execute(sqlalchemy.text(statement))


class File(Database):
    """A file of SQLite."""

    def __init__(self, folder: Path) -> None:
        self.file: Final = folder / "kept" / "store.db"
        super().__init__(f"sqlite:///{self.file}", f"sqlite:///{self.file}")

    @contextmanager
    def away(self) -> Generator[None]:
        """Hold the lock that every writer needs."""
        self.file.parent.mkdir(exist_ok=True)
        other = sqlite3.connect(self.file, isolation_level=None, timeout=10)
        try:
            other.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            other.close()


class Served(Database):
    """A database on a PostgreSQL, behind a proxy."""

    def __init__(self, proxy: Proxy, name: str) -> None:
        url = make_url(POSTGRES).set(database=name)
        self.proxy: Final = proxy
        self.driverless: Final = _text(url)
        super().__init__(
            _text(url.set(host=LOOPBACK, port=proxy.port)),
            _text(url.set(drivername="postgresql+psycopg")),
        )

    @contextmanager
    def away(self) -> Generator[None]:
        """Cut the way."""
        self.proxy.cut()
        try:
            yield
        finally:
            self.proxy.restore()

    def hang_up(self) -> None:
        """Let the server end the connections that there are, and wait until they are ended."""
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"
        with contextlib.closing(psycopg.connect(self.driverless, autocommit=True)) as server:
            me = [server.info.backend_pid]
            # What is in the middle of something is let finish.
            while server.execute(f"SELECT 1 {others} AND state <> 'idle'".encode(), me).fetchall():
                time.sleep(0.01)
            ended = server.execute(f"SELECT pid, pg_terminate_backend(pid) {others}".encode(), me)
            pids = [pid for pid, _ in ended]
            left = b"SELECT 1 FROM pg_stat_activity WHERE pid = ANY(%s)"
            while server.execute(left, [pids]).fetchall():
                time.sleep(0.01)

    @contextmanager
    def stalled(self) -> Generator[None]:
        """Let nothing through."""
        self.proxy.stall()
        try:
            yield
        finally:
            self.proxy.restore()


def _text(url: sqlalchemy.URL) -> str:
    return url.render_as_string(hide_password=False)


@cache
def postgres_missing() -> str:
    """Return why there is no PostgreSQL to test with; empty where there is one."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        return f"no PostgreSQL at HANDBOOK_TEST_POSTGRES, nor at 127.0.0.1:5432: {error}"
    return ""


@contextmanager
def served_database() -> Generator[Served]:
    """Make a database on PostgreSQL, and drop it at the end."""
    url = make_url(POSTGRES)
    name = f"handbook_test_{secrets.token_hex(6)}"
    with contextlib.closing(psycopg.connect(_text(url), autocommit=True)) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        try:
            with Proxy(str(url.host), url.port or 5432) as proxy:
                yield Served(proxy, name)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
