"""Where the store is, from what the settings say."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.problem import ProblemError

DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""What an address may begin with, and the driver that reads it without blocking."""

_OWN_FILE: Final = 0o600
_OWN_FOLDER: Final = 0o700


@dataclass(frozen=True, slots=True)
class Address:
    """A database."""

    url: URL
    """As SQLAlchemy takes it."""
    place: str
    """As people read it, without the password: a file, or host and name."""
    file: Path | None
    """The file of SQLite; None for PostgreSQL."""


def address_of(given: str) -> Address:
    """Return the database that `given` means.

    Raises:
        ProblemError: when it is none that the bot can use. What was given is not repeated: it may
            hold a password.
    """
    try:
        url = make_url(given.strip())
    except (ArgumentError, ValueError) as error:
        raise ProblemError("store-address") from error
    driver = DRIVERS.get(url.drivername)
    if driver is None:
        raise ProblemError("store-kind", kind=url.drivername)
    url = url.set(drivername=driver)
    if url.get_backend_name() == "sqlite":
        return _file_of(url)
    place = f"{url.host or 'localhost'}:{url.port or 5432}/{url.database or ''}"
    return Address(url, place, None)


def _file_of(url: URL) -> Address:
    if url.database in {None, "", ":memory:"}:
        raise ProblemError("store-no-file")
    file = Path(str(url.database)).expanduser().absolute()
    return Address(url.set(database=str(file)), str(file), file)


def make_file(address: Address) -> None:
    """Make the file of SQLite with its folder, where it is missing, for this user alone.

    Raises:
        ProblemError: when the file or its folder cannot be written.
    """
    file = address.file
    if file is None:
        return
    with _told(file):
        file.parent.mkdir(_OWN_FOLDER, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, _OWN_FILE))
    check_file(address)


def check_file(address: Address) -> None:
    """Check that the file of SQLite, if it is there, can be written, and what lies beside it.

    Raises:
        ProblemError: when they cannot.
    """
    file = address.file
    if file is None:
        return
    with _told(file):
        if file.exists():
            os.close(os.open(file, os.O_RDWR))
        folder = next(parent for parent in file.parents if parent.exists())
        if not os.access(folder, os.W_OK | os.X_OK):
            # SQLite writes two more files beside it.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def _told(file: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProblemError("store-unwritable", file=str(file), reason=reason) from error
