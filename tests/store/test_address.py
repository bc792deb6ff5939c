"""What HANDBOOK_STORE may be, and what is said of what it may not."""

import asyncio
import logging
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bot.problem import ProblemError, problem_sentence
from bot.store.store import open_store
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.store.databases import Served
from tests.store.opened import ANNA, QUICK, opened

SECRET = "hemmelig-7"  # noqa: S105 - made up


async def _open(url: str) -> None:
    async with open_store(url, limits=QUICK) as store:
        await store.preferences.choose(ANNA, "en")
        assert await store.preferences.language(ANNA) == "en"


def _refused(url: str) -> str:
    """Return what is said of an address, which has to be said in both languages."""
    with pytest.raises(ProblemError) as raised:
        asyncio.run(_open(url))
    said = {problem_sentence(raised.value, words_in(language)) for language in Language}
    assert len(said) == len(Language)
    assert not any(SECRET in str(each) for each in said)
    return raised.value.key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("", "store-address"),
        ("store.db", "store-address"),
        (f"postgresql//bot:{SECRET}@db/handbook", "store-address"),
        (f"postgresql://bot:{SECRET}@db:port/handbook", "store-address"),
        (f"mysql://bot:{SECRET}@db/handbook", "store-kind"),
        (f"postgresql+asyncpg://bot:{SECRET}@db/handbook", "store-kind"),
        ("https://example.org/store.db", "store-kind"),
        ("sqlite://", "store-no-file"),
        ("sqlite:///", "store-no-file"),
        ("sqlite:///:memory:", "store-no-file"),
    ],
)
def test_refused(url: str, key: str) -> None:
    """What is no address of a store is refused in one sentence, without repeating a password."""
    assert _refused(url) == key


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite"])
def test_file(tmp_path: Path, scheme: str) -> None:
    """The file and its folder are made, for this user alone; what SQLite puts beside it too."""
    file = tmp_path / "new" / "100% æ" / "store.db"

    async def happen() -> None:
        async with opened(f"{scheme}:///{file}") as store:
            await store.preferences.choose(ANNA, "en")
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()}
            assert set(modes.values()) == {0o600}
            assert {"store.db", "store.db-wal"} <= modes.keys()
        assert [each.name for each in file.parent.iterdir()] == ["store.db"]
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700

    before = os.umask(0)
    try:
        asyncio.run(happen())
    finally:
        os.umask(before)


def test_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde is the user's home, as in a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    asyncio.run(_open("sqlite:///~/a/store.db"))
    assert (tmp_path / "a" / "store.db").exists()


def test_file_that_cannot_be(tmp_path: Path) -> None:
    """A folder that cannot be made, and a file that cannot be written, are told."""
    (tmp_path / "file").write_text("")
    assert _refused(f"sqlite:///{tmp_path}/file/store.db") == "store-unwritable"
    assert _refused(f"sqlite:///{tmp_path}") == "store-unwritable"
    assert _refused("sqlite:////proc/store.db") == "store-unwritable"


def test_file_of_something_else(tmp_path: Path) -> None:
    """A file that is no database is told, and left as it is."""
    file = tmp_path / "store.db"
    file.write_text("Kære dagbog\n" * 1000)
    assert _refused(f"sqlite:///{file}") == "store-damaged"
    assert file.read_text().startswith("Kære dagbog\n")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgres(served: Served, scheme: str) -> None:
    """PostgreSQL is reached by each way to write its address."""
    asyncio.run(_open(scheme + served.url.removeprefix("postgresql")))
    assert [row.language for row in served.rows("preferences")] == ["en"]


def test_no_password_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """What is logged of a store that cannot be reached has no password."""
    caplog.set_level(logging.DEBUG)
    url = f"postgresql://bot:{SECRET}@127.0.0.1:1/handbook?connect_timeout=2"

    async def happen() -> None:
        async with open_store(url, limits=replace(QUICK, closing=0.1)) as store:
            assert await store.preferences.language(ANNA) is None

    asyncio.run(happen())
    assert "127.0.0.1:1/handbook is away" in caplog.text
    assert SECRET not in caplog.text
