"""`handbook doctor`: each thing that can be wrong is told, how bad it is, and what to do."""

import fcntl
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from tests.search.semantic_models import static_model
from tests.slack.faults import nobody_there
from tests.source.fetch.fake_host import FakeHost, ServedFile
from tests.source.fetch.fault import SendsOn, Status
from tests.terminal.command import run
from tests.terminal.doctor import doctor
from tests.terminal.pages import BINARY, PAY, write

TOKEN: Final = "hemmelig-7"  # noqa: S105 - made up
ANSWERS: Final = [("ok", "doctor-reached"), ("ok", "as-of-folder")]


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """A Git host with a handbook."""
    with FakeHost() as running:
        running.commit({"index.md": "# Hej\n\nVelkommen.\n", "pay.md": PAY}, day="2026-03-01")
        yield running


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A handbook of two pages in the folder `good`."""
    front = "---\nlayout: page\n---\n"
    return write(tmp_path / "good", index=f"{front}# Hej\n\nVelkommen.\n", pay=front + PAY)


def at(host: FakeHost, token: str = "") -> dict[str, str]:
    """Return the settings for the handbook on a Git host."""
    return {
        "HANDBOOK_CONTENT": "https://github.com/os2/handbook",
        "HANDBOOK_API_URL": host.url,
        "HANDBOOK_TOKEN": token,
    }


def jekyll(site: str) -> tuple[str, ...]:
    """Return the flags for a handbook with a site."""
    return ("--content", "good", "--generator", "jekyll", "--site-url", site)


def test_all_is_well(good: Path) -> None:
    """For a person, each finding has a sign and a word for how it is, below what it is about."""
    done = run(good.parent, "doctor", "--content", "good")
    assert (done.code, done.err) == (0, "")
    headings = [line for line in done.lines if line and not line.startswith(" ")]
    assert headings[:-1] == ["Handbook", "Site", "Cache", "Store", "Slack", "Model"]
    assert headings[-1] == "All is well, with 1 warning."
    first, second = done.lines[1:3]
    assert first.startswith("  ✓ ok  good can be reached, and its newest revision answers (")
    assert second.startswith("  ✓ ok  The handbook at good as of ")
    assert second.endswith(". 2 pages, 2 passages.")
    (warning,) = [line for line in done.lines if line.startswith("  ! warning  ")]
    assert "HANDBOOK_SITE_URL" in warning


def test_danish(good: Path) -> None:
    """In Danish everything is Danish."""
    write(good, picture=BINARY)
    done = run(good.parent, "--language", "da", "doctor", "--content", "good")
    assert done.code == 0
    assert done.lines[0] == "Håndbog"
    assert done.lines[1].startswith("  ✓ ok  good kan nås, og den nyeste revision svarer (")
    assert done.lines[3].startswith("  ! advarsel  picture.md er udeladt: ")
    assert done.lines[-1] == "Alt er i orden, med 2 advarsler."


def test_pages_that_are_left_out(good: Path) -> None:
    """Twenty pages that are left out are named with the reason, of the rest the number."""
    write(good, **{f"image{number:02}": BINARY for number in range(23)})
    told = doctor(good.parent, "--content", "good")
    rest = [("warning", "notice-binary")] * 20 + [("warning", "doctor-notices-more")]
    assert told.of("handbook") == [*ANSWERS, *rest]
    assert told.one("doctor-notices-more")["facts"]["count"] == 3
    assert told.code == 0


def test_folder_that_is_gone(good: Path) -> None:
    """A folder that has gone is wrong, with since when, and what answers all the same is told."""
    doctor(good.parent, "--content", "good")
    good.rename(good.parent / "elsewhere")
    told = doctor(good.parent, "--content", "good")
    assert told.of("handbook") == [("wrong", "handbook-missing"), ("ok", "as-of-folder")]
    facts = told.one("handbook-missing")["facts"]
    assert (facts["place"], facts["problem"]) == ("good", "missing")
    assert facts["good"] < facts["since"] <= datetime.now(UTC).isoformat()


def test_nothing_answers(tmp_path: Path) -> None:
    """Where nothing can answer that is told, and the other checks are made all the same."""
    told = doctor(tmp_path, "--content", "nowhere")
    assert told.of("handbook") == [("wrong", "handbook-missing"), ("wrong", "doctor-unanswered")]
    assert told.of("cache") == [("ok", "doctor-cache"), ("warning", "doctor-snapshot-missing")]
    assert told.of("slack") == [("ok", "doctor-slack-none")]


def test_settings_that_cannot_be_used(good: Path) -> None:
    """A setting that is no setting is one sentence and exit code 2, as for every command."""
    done = run(good.parent, "doctor", "--json", "--content", "ftp://example.org/handbook")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


def test_git_host(host: FakeHost, tmp_path: Path) -> None:
    """A handbook on a Git host is told with its commit, and links lead to the host."""
    told = doctor(tmp_path, env=at(host))
    assert told.of("handbook") == [("ok", "doctor-reached"), ("ok", "as-of")]
    assert told.one("as-of")["facts"]["revision"] == host.repository().branches["main"][:7]
    assert told.one("as-of")["facts"]["moment"].startswith("2026-03-01T")
    assert told.of("site") == [("ok", "doctor-site-host")]


def test_git_host_that_is_away(host: FakeHost, tmp_path: Path) -> None:
    """A host that is away is worth a warning while answers go on, and wrong after an hour."""
    doctor(tmp_path, env=at(host))
    host.fault = Status(code=503)
    assert doctor(tmp_path, env=at(host)).of("handbook") == [
        ("warning", "handbook-host-fault"),
        ("ok", "as-of"),
    ]
    (file,) = (tmp_path / "cache").glob("*/status.json")
    status = json.loads(file.read_bytes())
    status["looks"][0]["trouble"]["since"] = str(datetime.now(UTC) - timedelta(hours=2))
    file.write_text(json.dumps(status), encoding="utf-8")
    assert doctor(tmp_path, env=at(host)).of("handbook")[0] == ("wrong", "handbook-host-fault")


def test_git_host_that_says_no(host: FakeHost, tmp_path: Path) -> None:
    """Unknown, private, asked too often: each has its own sentence, and no token stands in it."""
    assert doctor(tmp_path, env=at(host, TOKEN)).code == 1
    host.repository().token = TOKEN
    told = doctor(tmp_path, env=at(host))
    assert told.of("handbook")[0] == ("wrong", "handbook-unknown-repository")
    told = doctor(tmp_path, env=at(host, "andet-9"))
    assert told.of("handbook")[0] == ("wrong", "handbook-unauthorised")
    assert "andet" not in told.text
    host.allowance = 0
    told = doctor(tmp_path, env=at(host, TOKEN))
    assert told.of("handbook")[0] == ("wrong", "handbook-rate-limited")
    assert "again" in told.one("handbook-rate-limited")["facts"]
    assert TOKEN not in told.text


def test_refused_revision(host: FakeHost, tmp_path: Path) -> None:
    """A revision that is not used is named, and the one that answers meanwhile."""
    first = host.repository().branches["main"]
    doctor(tmp_path, env=at(host))
    bad = host.commit({"index.md": "\x00", "pay.md": "\x00"}, day="2026-03-02")
    told = doctor(tmp_path, env=at(host))
    assert told.of("handbook") == [("wrong", "handbook-nothing-readable"), ("ok", "as-of")]
    assert told.one("handbook-nothing-readable")["facts"]["refused"] == bad[:7]
    assert told.one("as-of")["facts"]["revision"] == first[:7]


def test_several_handbooks(host: FakeHost, good: Path) -> None:
    """Of several handbooks each is told, and one that is away leaves the other as it is."""
    sources = [{"content": "good"}, {"content": f"github+{host.page()}", "name": "os2"}]
    env = {"HANDBOOK_SOURCES": json.dumps(sources)}
    doctor(good.parent, env=env)
    host.fault = Status(code=404)
    told = doctor(good.parent, env=env)
    gone = [("wrong", "handbook-unknown-repository"), ("ok", "as-of")]
    assert told.of("handbook") == [*ANSWERS, *gone]
    assert told.of("site") == [("warning", "doctor-site-none"), ("ok", "doctor-site-host")]


def test_another_process_is_looking(good: Path) -> None:
    """While another process is at it, what the last look found is told, and nobody waits."""
    doctor(good.parent, "--content", "good")
    (lock,) = (good.parent / "cache").glob("*/lock")
    with lock.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        told = doctor(good.parent, "--content", "good")
    assert told.of("handbook") == [("warning", "doctor-busy"), *ANSWERS]


def test_site_that_answers(good: Path) -> None:
    """The site and one page of it are asked for, and nothing else."""
    with FakeHost() as site:
        site.files = {"/": ServedFile(b"hej"), "/pay.html": ServedFile(b"pay")}
        told = doctor(good.parent, *jekyll(site.url))
        assert [asked.target for asked in site.asked] == ["/", "/pay.html"]
    assert told.of("site") == [("ok", "doctor-site-answers")] * 2
    assert told.code == 0


def test_site_without_the_page(good: Path) -> None:
    """A page that the site does not have is wrong: answers would link to nothing."""
    with FakeHost() as site:
        site.files = {"/": ServedFile(b"hej")}
        told = doctor(good.parent, *jekyll(site.url))
        missing = told.one("doctor-site-status")
        assert missing["facts"] == {"address": f"{site.url}/pay.html", "status": 404}
    assert missing["level"] == "wrong"


def test_site_that_is_away(good: Path) -> None:
    """A site that does not answer is wrong, with the reason, and is not asked again."""
    with nobody_there() as address:
        told = doctor(good.parent, *jekyll(address))
    assert told.of("site") == [("wrong", "doctor-site-silent")]
    assert "refused" in told.one("doctor-site-silent")["said"]


@pytest.mark.parametrize("status", [401, 403])
def test_site_behind_a_sign_in(good: Path, status: int) -> None:
    """A site for who signs in may well be right."""
    with FakeHost() as site:
        site.fault = Status(code=status)
        told = doctor(good.parent, *jekyll(site.url))
    assert told.of("site") == [("warning", "doctor-site-sign-in")] * 2


def test_site_that_sends_on(good: Path) -> None:
    """A site is followed on its own host and to no other."""
    with FakeHost() as other, FakeHost() as site:
        site.fault = SendsOn(location=f"{other.url}/login")
        told = doctor(good.parent, *jekyll(site.url))
        assert other.asked == []
        assert told.of("site") == [("warning", "doctor-site-elsewhere")] * 2
        site.files = {"/": ServedFile(b"hej"), "/pay.html": ServedFile(b"pay")}
        site.fault = SendsOn(location="/pay.html", times=1)
        told = doctor(good.parent, *jekyll(site.url))
        assert told.of("site") == [("ok", "doctor-site-answers")] * 2
        site.fault = SendsOn(location="/")
        told = doctor(good.parent, *jekyll(site.url))
        assert told.of("site") == [("wrong", "doctor-site-circle")] * 2


def test_site_in_the_house_that_only_the_handbook_names(good: Path) -> None:
    """Who edits the handbook cannot have an address in the house asked for."""
    with FakeHost() as site:
        (good / "_config.yml").write_text(f"url: {site.url}\n", encoding="utf-8")
        told = doctor(good.parent, "--content", "good")
        assert site.asked == []
    assert told.of("site") == [("warning", "doctor-site-inside")] * 2


def test_damaged_snapshot(good: Path) -> None:
    """A snapshot that the disk has spoilt is told once, and is built anew meanwhile."""
    doctor(good.parent, "--content", "good")
    (about,) = (good.parent / "cache").glob("*/snapshot/snapshot-*/about")
    about.write_bytes(bytes(about.stat().st_size))
    told = doctor(good.parent, "--content", "good")
    assert told.of("cache") == [
        ("ok", "doctor-cache"),
        ("warning", "doctor-snapshot-damaged"),
        ("ok", "doctor-snapshot-whole"),
    ]
    assert "about" in told.one("doctor-snapshot-damaged")["said"]
    again = doctor(good.parent, "--content", "good")
    assert again.of("cache") == [("ok", "doctor-cache"), ("ok", "doctor-snapshot-whole")]


def test_cache_that_cannot_be(good: Path) -> None:
    """Where the cache's folder cannot be, it is told which was meant, and nothing is left."""
    (good.parent / "taken").write_text("", encoding="utf-8")
    wanted = str(good.parent / "taken" / "cache")
    told = doctor(good.parent, "--content", "good", env={"HANDBOOK_CACHE": wanted})
    elsewhere = told.one("doctor-cache-elsewhere")
    assert (elsewhere["level"], elsewhere["facts"]["wanted"]) == ("warning", wanted)
    assert told.of("handbook") == ANSWERS
    assert not Path(elsewhere["facts"]["folder"]).exists()


def test_model_that_cannot_be_used(good: Path) -> None:
    """A model that is not there is wrong, and the index that answers is left alone."""
    kept = doctor(good.parent, "--content", "good").one("doctor-snapshot-whole")
    env = {"HANDBOOK_SEMANTIC_MODEL": "no-model"}
    told = doctor(good.parent, "--content", "good", env=env)
    assert told.of("model") == [("wrong", "semantic-missing")]
    assert told.of("handbook")[0] == ("warning", "doctor-no-look-model")
    after = doctor(good.parent, "--content", "good").one("doctor-snapshot-whole")
    assert after["facts"] == kept["facts"]


def test_model_that_can_be_used(good: Path) -> None:
    """A model that is there is well, and the index is built with it."""
    model = str(static_model(good.parent / "model"))
    told = doctor(good.parent, "--content", "good", env={"HANDBOOK_SEMANTIC_MODEL": model})
    assert told.of("model") == [("ok", "doctor-model")]
    assert told.of("handbook") == ANSWERS
