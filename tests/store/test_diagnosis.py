"""What the doctor says of the store."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.diagnosis.store import check_store
from bot.store.schema import REVISION_TABLE, newest
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.store.databases import Database, File, Served
from tests.store.opened import opened, work

SECRET = "hemmelig-7"  # noqa: S105 - made up


def found(url: str) -> list[tuple[str, str]]:
    """Return level and id of what is found, which can be said in both languages."""
    findings = list(check_store(url))
    for language in Language:
        assert not any(SECRET in each.said(words_in(language)) for each in findings)
    return [(each.level, each.sentences[0].key) for each in findings]


def _kept(database: Database, *ages: timedelta) -> None:
    """Open a store once, and leave works of these ages in it."""

    async def happen() -> None:
        async with opened(database.url) as store:
            for number, age in enumerate(ages):
                taken = replace(work(f"E{number}"), taken=datetime.now(UTC) - age)
                assert await store.inbox.take(taken)

    asyncio.run(happen())


def test_well(database: Database) -> None:
    """A store that can be written is well, and looking at it changes nothing."""
    _kept(database)
    before = database.texts()
    assert found(database.url) == [("ok", "doctor-store")]
    assert database.texts() == before


def test_not_there_yet(database: Database) -> None:
    """A store that was never opened is no trouble, and is not made by looking."""
    assert found(database.url) == [("ok", "doctor-store-new")]
    assert not (isinstance(database, File) and database.file.parent.exists())
    assert found(database.url) == [("ok", "doctor-store-new")]


def test_unanswered(database: Database) -> None:
    """Questions that wait are counted, and are a warning where nobody seems to answer them."""
    _kept(database, timedelta(), timedelta())
    assert found(database.url) == [("ok", "doctor-store"), ("ok", "doctor-store-unanswered")]
    _kept(database)
    database.execute("DELETE FROM taken")
    _kept(database, timedelta(minutes=6))
    assert found(database.url)[1:] == [("warning", "doctor-store-unanswered-long")]


def test_away(database: Database) -> None:
    """A store that is away or locked is wrong."""
    _kept(database)
    with database.away():
        assert found(database.url) == [("wrong", "doctor-store-away")]


def test_stalled(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that doesn't answer is not waited for for ever."""
    monkeypatch.setattr("bot.diagnosis.store.SECONDS", 0.5)
    with served.stalled():
        assert found(served.url) == [("wrong", "doctor-store-silent")]


def test_other_versions(database: Database) -> None:
    """A store of a newer version is wrong, and nothing else is said of it."""
    _kept(database)
    database.execute(f"UPDATE {REVISION_TABLE} SET version_num = '9999'")  # noqa: S608 - ours
    assert found(database.url) == [("wrong", "store-newer")]
    assert newest() != "9999"


def test_read_only(served: Served) -> None:
    """A store that may not be written is wrong."""
    _kept(served)
    with served.engine() as engine:
        name = engine.url.database
    served.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert found(served.url) == [("wrong", "doctor-store-read-only")]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        (f"postgresql//bot:{SECRET}@db", "store-address"),
        (f"mysql://bot:{SECRET}@db/handbook", "store-kind"),
        ("sqlite://", "store-no-file"),
        (f"postgresql://bot:{SECRET}@127.0.0.1:1/handbook", "doctor-store-away"),
    ],
)
def test_address(url: str, key: str) -> None:
    """An address that cannot be used is wrong, and no password is repeated."""
    assert found(url) == [("wrong", key)]


def test_unusable_files(tmp_path: Path) -> None:
    """A file that is no database, and one in a place where no folder can be, are wrong."""
    (tmp_path / "diary.db").write_text("Kære dagbog\n" * 1000)
    assert found(f"sqlite:///{tmp_path}/diary.db") == [("wrong", "doctor-store-away")]
    assert found(f"sqlite:///{tmp_path}/diary.db/store.db") == [("wrong", "store-unwritable")]
    assert found(f"sqlite:///{tmp_path}") == [("wrong", "store-unwritable")]
