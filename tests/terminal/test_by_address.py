"""A handbook is given by its address alone, as the browser or git shows it."""

import json
from pathlib import Path

import pytest

from tests.handbooks import OS2, at_hand
from tests.source.fetch.fake_host import FakeHost, ServedFile
from tests.source.fetch.fake_repository import tar_gz, zipped
from tests.source.git.repository import commit, new_repository
from tests.terminal.command import Done, run

ADDRESS = "https://github.com/os2/handbook"
FAKTURA = "hvordan godkendes en faktura?"
PAGE = {"docs/ferie.md": "# Ferie\n\nFerie aftales senest den 1. maj.\n"}


def os2_as_it_is() -> dict[str, str]:
    """Return the repository of OS2 with what lies beside the pages: workflows, owners, pictures."""
    root = at_hand(OS2)
    files = {
        file.relative_to(root).as_posix(): file.read_text("utf-8")
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
    beside = {
        ".github/workflows/pages.yml": "on: push\n",
        ".github/CODEOWNERS": "* @os2/sekretariat\ndocs/processes/ @os2/okonomi\n",
        "docs/images/flow.png": "no picture, and never looked at",
        "Gemfile": "gem 'jekyll'\n",
    }
    return {**files, **beside}


def ask(folder: Path, host: FakeHost, *arguments: str) -> Done:
    """Ask with the fake host's API in the place of GitHub's, and hold it to end well."""
    env = {"HANDBOOK_API_URL": host.url, "HANDBOOK_CACHE": str(folder / "cache")}
    done = run(folder, "ask", *arguments, env=env)
    assert (done.code, done.err) == (0, "")
    return done


def test_os2_by_its_address_alone(tmp_path: Path) -> None:
    """OS2's repository answers by its address: the section, its owner, and links to the host."""
    with FakeHost() as host:
        identity = host.commit(os2_as_it_is(), day="2026-03-14")
        done = ask(tmp_path, host, "--content", ADDRESS, "--json", FAKTURA)
        asked = dict(host.counts())
        ask(tmp_path, host, "--content", ADDRESS, FAKTURA)
        assert host.counts() == asked, "within a minute the host is not asked again"
    answer = json.loads(done.out)
    hit = answer["hits"][0]
    assert hit["page"] == "docs/processes/os2_faktura_godkender.md"
    assert hit["owner"] == "@os2/okonomi"
    assert hit["edit"].startswith(f"{ADDRESS}/edit/main/docs/processes/os2_faktura_godkender.md#L")
    assert hit["permalink"].startswith(f"{ADDRESS}/blob/{identity}/docs/processes/")
    assert hit["updated"] is None, "an archive does not tell, and nothing is guessed"
    assert answer["handbooks"] == [
        {
            "name": None,
            "place": ADDRESS,
            "revision": identity,
            "as_of": "2026-03-14T12:00:00+01:00",
        }
    ]


@pytest.mark.parametrize("behind", ["/tree/main/docs", "#main:docs", "#:docs"])
def test_a_folder_of_it(tmp_path: Path, behind: str) -> None:
    """A folder of the repository is the handbook when the address says so."""
    with FakeHost() as host:
        host.commit({**PAGE, "README.md": "# Ferie\n\nIkke her.\n"})
        done = ask(tmp_path, host, "--content", ADDRESS + behind, "--json", "ferie")
    assert [hit["page"] for hit in json.loads(done.out)["hits"]] == ["ferie.md"]


@pytest.mark.parametrize(("name", "pack"), [("h.zip", zipped), ("h.tar.gz", tar_gz)])
def test_an_archive(tmp_path: Path, name: str, pack: object) -> None:
    """A zip or tar.gz at an address is a handbook."""
    assert callable(pack)
    with FakeHost() as host:
        host.files[f"/{name}"] = ServedFile(pack(PAGE, "handbook"))
        done = ask(tmp_path, host, "--content", f"{host.url}/{name}", "ferie")
    assert "1. maj" in done.out


@pytest.mark.parametrize("as_uri", [False, True])
def test_an_archive_on_this_computer(tmp_path: Path, as_uri: bool) -> None:  # noqa: FBT001 - a case
    """A zip that lies here is a handbook, and so is the next one in its place."""
    file = tmp_path / "handbook.zip"
    place = file.as_uri() if as_uri else str(file)
    with FakeHost() as host:
        for date in ("1. maj", "1. juni"):
            text = PAGE["docs/ferie.md"].replace("1. maj", date)
            file.write_bytes(zipped({"docs/ferie.md": text}, "handbook"))
            assert date in ask(tmp_path, host, "--content", place, "ferie").out


def test_without_https(tmp_path: Path) -> None:
    """The beginning of an address may be missing, as people write it."""
    with FakeHost() as host:
        host.commit(PAGE)
        done = ask(tmp_path, host, "--content", ADDRESS.removeprefix("https://"), "ferie")
    assert "1. maj" in done.out


def test_what_git_clones(tmp_path: Path) -> None:
    """What git clone is given is a handbook, and its sections have their dates."""
    repository = new_repository(tmp_path / "repository")
    commit(repository, "2026-02-03", {"ferie.md": PAGE["docs/ferie.md"]})
    with FakeHost() as host:
        done = ask(tmp_path, host, "--content", repository.as_uri(), "--json", "ferie")
    (hit,) = json.loads(done.out)["hits"]
    assert (hit["page"], hit["updated"]) == ("ferie.md", "2026-02-03")
