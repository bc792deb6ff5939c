"""Every test of the store runs with SQLite and with PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.databases import Database, File, Served, postgres_missing, served_database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a fresh database."""
    if request.param == "sqlite":
        yield File(tmp_path)
        return
    yield request.getfixturevalue("served")


@pytest.fixture
def served() -> Iterator[Served]:
    """Give a fresh database on PostgreSQL."""
    if missing := postgres_missing():
        pytest.skip(missing)
    with served_database() as made:
        yield made
