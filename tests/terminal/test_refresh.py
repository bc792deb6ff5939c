"""`handbook index` and `handbook refresh`: what changed is named, what answers is never lost."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.refresh.rounds import FERIE, JUNE, PAGES
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status
from tests.terminal.command import Done, run
from tests.terminal.pages import BINARY, write

TOKEN: Final = "hemmelig-7"  # noqa: S105 - made up
UNCHANGED: Final = "Nothing has changed since it was last read."
SIZES: Final = "6 pages, 18 passages."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Six pages in the folder `good`, indexed already."""
    folder = write(tmp_path / "good", **{name.removesuffix(".md"): t for name, t in PAGES.items()})
    assert run(tmp_path, "index", "--content", "good").code == 0
    return folder


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """A Git host with the same pages in a repository that is private."""
    with FakeHost() as running:
        running.commit(PAGES, day="2026-03-01")
        running.repository().token = TOKEN
        yield running


def refresh(folder: Path, *arguments: str) -> Done:
    """Refresh the handbook `good` beside which we stand."""
    return run(folder.parent, "refresh", "--content", "good", *arguments)


def on_host(folder: Path, host: FakeHost, *arguments: str, token: str = TOKEN) -> Done:
    """Run a command on the handbook of the host."""
    env = {
        "HANDBOOK_CONTENT": "https://github.com/os2/handbook",
        "HANDBOOK_API_URL": host.url,
        "HANDBOOK_TOKEN": token,
        "HANDBOOK_CACHE": str(folder / "cache"),
    }
    done = run(folder, *arguments, env=env)
    assert TOKEN not in done.out + done.err
    return done


def test_index_says_what_it_built(tmp_path: Path) -> None:
    """An index that is built says from when the handbook is and how much it has."""
    write(tmp_path / "good", pay="# Løn\n\nLøn.\n")
    done = run(tmp_path, "index", "--content", "good")
    as_of, sizes = done.lines
    assert as_of.startswith("The handbook at good as of ")
    assert sizes == "1 page, 1 passage."
    assert (done.code, done.err) == (0, "")


def test_nothing_changed(pages: Path) -> None:
    """A refresh without anything new says so, in Danish too."""
    assert refresh(pages).lines[1:] == [SIZES, UNCHANGED]
    danish = run(pages.parent, "--language", "da", "refresh", "--content", "good").lines
    assert danish[1:] == [
        "6 sider, 18 passager.",
        "Intet er ændret, siden den sidst blev læst.",
    ]


def test_pages_are_named(pages: Path) -> None:
    """A page that changed, one that is new and one that is gone are named, each by what it is."""
    write(pages, ferie=JUNE["ferie.md"], bil="# Bil\n\nBil lånes.\n")
    (pages / "kantine.md").unlink()
    done = refresh(pages)
    assert done.lines[2:] == [
        "1 new page: bil.md",
        "1 page changed: ferie.md",
        "1 page gone: kantine.md",
    ]
    assert done.code == 0


def test_left_out_page_is_named(pages: Path) -> None:
    """A page that can't be read any more is gone, and on the side it is told why."""
    write(pages, kantine=BINARY)
    done = refresh(pages)
    assert done.lines[2:] == ["1 page gone: kantine.md"]
    assert done.err.startswith("kantine.md is left out")


def test_mostly_gone_is_refused_until_it_is_accepted(pages: Path) -> None:
    """When most is gone the older revision answers, exit code 1, until somebody accepts it."""
    for name in ("ferie", "faktura", "udstyr", "rejser"):
        (pages / f"{name}.md").unlink()
    for _ in range(2):
        done = refresh(pages)
        assert (done.code, done.lines[1:]) == (1, [SIZES])
        (sentence,) = done.err.splitlines()
        assert "handbook refresh --accept" in sentence
    assert "1. maj" in run(pages.parent, "ask", "--content", "good", FERIE).out
    accepted = refresh(pages, "--accept")
    assert accepted.code == 0
    assert accepted.lines[2].startswith("4 pages gone: ")
    assert refresh(pages).lines[2] == UNCHANGED


@pytest.mark.parametrize("command", ["refresh", "index"])
def test_folder_that_is_gone_answers_on(pages: Path, command: str) -> None:
    """A folder that is gone costs nobody the answers, also when all was to be built anew."""
    pages.rename(pages.parent / "elsewhere")
    done = run(pages.parent, command, "--content", "good")
    assert (done.code, done.lines[1:]) == (1, [SIZES])
    assert done.err.startswith("There is no folder or file good.")
    asked = run(pages.parent, "ask", "--content", "good", FERIE)
    assert asked.code == 0
    assert "1. maj" in asked.out


def test_nothing_to_answer_from(tmp_path: Path) -> None:
    """Where nothing can answer the exit code is 2, and a sentence says why."""
    done = run(tmp_path, "refresh", "--content", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("There is no folder or file nowhere.")


def test_json(pages: Path) -> None:
    """Other programs get the same as JSON: what answers, what changed, what is wrong."""
    write(pages, ferie=JUNE["ferie.md"])
    told = json.loads(refresh(pages, "--json").out)
    (handbook,) = told["handbooks"]
    assert (handbook["place"], handbook["trouble"]) == ("good", None)
    assert (handbook["answers"]["pages"], handbook["answers"]["passages"]) == (6, 18)
    assert told["changes"] == {"new": [], "changed": ["ferie.md"], "gone": []}
    shutil.rmtree(pages)
    gone = json.loads(refresh(pages, "--json").out)
    assert gone["built"] is False
    assert gone["changes"] is None
    assert gone["handbooks"][0]["answers"]["pages"] == 6
    assert gone["handbooks"][0]["trouble"]["problem"] == "missing"


def test_host(host: FakeHost, tmp_path: Path) -> None:
    """A private repository is indexed with its token and followed; the token is shown nowhere."""
    done = on_host(tmp_path, host, "index")
    commit = host.repository().branches["main"]
    assert done.code == 0
    assert f"(revision {commit[:7]})" in done.lines[0]
    host.commit(JUNE, day="2026-03-02")
    assert on_host(tmp_path, host, "refresh").lines[2:] == ["1 page changed: ferie.md"]
    assert "1. juni" in on_host(tmp_path, host, "ask", FERIE).out


def test_host_away(host: FakeHost, tmp_path: Path) -> None:
    """While the host is away or refuses the token, what was there answers, and why is told."""
    on_host(tmp_path, host, "index")
    host.fault = Status(code=503)
    away = on_host(tmp_path, host, "refresh")
    assert (away.code, away.lines[1:]) == (1, [SIZES])
    assert "503" in away.err
    asked = on_host(tmp_path, host, "ask", FERIE)
    assert asked.code == 0
    assert "1. maj" in asked.out
    host.fault = None
    expired = on_host(tmp_path, host, "refresh", token="andet-9")  # noqa: S106 - made up
    assert expired.code == 1
    assert "401" in expired.err
    assert "andet" not in expired.out + expired.err
    anew = on_host(tmp_path, host, "index")
    assert (anew.code, anew.err) == (0, "")
