"""The last good archive is on this computer as it was, or it is not there at all."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.source.fetch.fetched import Fetched
from index.source.fetch.kept_archive import KEPT, Shelf
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.looking import Look, at_each, at_github, look

PLACE = "https://git.example/o/n"
COMMIT = "0123456789abcdef" * 4


def _kept(folder: Path, body: bytes = b"an archive") -> Shelf:
    shelf = Shelf(folder, PLACE)
    folder.mkdir(exist_ok=True)
    archive = shelf.archive(COMMIT)
    archive.write_bytes(body)
    shelf.keep(Fetched(Revision(PLACE, COMMIT), archive, validator='"1"'))
    return shelf


def test_after_a_restart(host: FakeHost, tmp_path: Path) -> None:
    """What was kept is there after a restart, equal in everything, and costs one small request."""
    for where in at_each(host, tmp_path).values():
        origin = where.origin()
        fetched = look(origin, None)
        origin.keep(fetched)
        again = where.origin()
        kept = again.kept()
        assert kept == fetched
        host.asked.clear()
        assert look(again, kept) is kept
        assert host.counts() == {"304": 1}


def test_not_kept_is_not_there(host: FakeHost, tmp_path: Path) -> None:
    """What was only looked at is not the last good one."""
    where = at_github(host, tmp_path)
    where.first()
    assert where.origin().kept() is None


def test_only_one_is_kept(host: FakeHost, tmp_path: Path) -> None:
    """Archives before the good one, and what a killed process left, are removed."""
    where = at_github(host, tmp_path)
    origin = where.origin()
    known = look(origin, None)
    for day in ("2026-03-02", "2026-03-03"):
        host.commit({"docs/a.md": f"# {day}\n"}, day=day)
        known = look(origin, known)
    (tmp_path / "kept.json.part").write_bytes(b"{")
    (tmp_path / "archive.part").write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"not ours")
    origin.keep(known)
    assert {file.name for file in tmp_path.iterdir()} == {KEPT, known.root.name, "notes.txt"}


def test_part_of_a_killed_download(host: FakeHost, tmp_path: Path) -> None:
    """A download begins anew over the part that a killed one left."""
    (tmp_path / "archive.part").write_bytes(b"x" * 1_000_000)
    fetched = at_github(host, tmp_path).first()
    assert fetched.root.stat().st_size < 1_000_000
    assert not (tmp_path / "archive.part").exists()


def test_another_place(host: FakeHost, tmp_path: Path) -> None:
    """What was kept of another place, branch or folder is not taken for this one's."""
    origin = at_github(host, tmp_path).origin()
    origin.keep(look(origin, None))
    for place in ("https://github.com/os2/other", "https://github.com/os2/handbook/tree/x/docs"):
        assert Look(place, tmp_path, api_url=host.url).origin().kept() is None


def _shorter(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _flipped(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(body)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES = [_shorter, _flipped, _folder, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", [KEPT, f"{COMMIT}.archive"])
def test_damaged(tmp_path: Path, damage: Callable[[Path], None], name: str) -> None:
    """Whatever happens to either file, there is nothing kept, and no error."""
    shelf = _kept(tmp_path)
    assert shelf.kept() is not None
    damage(tmp_path / name)
    assert shelf.kept() is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 2),
        ("place", "https://git.example/o/other"),
        ("identity", "../../etc/passwd"),
        ("identity", COMMIT[:39]),
        ("identity", 7),
        ("made", "2026-01-01T00:00:00"),
        ("size", -1),
        ("sha256", ""),
        ("branch", None),
    ],
)
def test_record_of_another_form(tmp_path: Path, field: str, value: object) -> None:
    """A record that says anything else than we write is none."""
    shelf = _kept(tmp_path)
    record = json.loads((tmp_path / KEPT).read_bytes())
    (tmp_path / KEPT).write_text(json.dumps({**record, field: value}), encoding="utf-8")
    assert shelf.kept() is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(record=st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_record(record: bytes) -> None:
    """Any bytes in place of the record are no error."""
    with TemporaryDirectory() as folder:
        (Path(folder) / KEPT).write_bytes(record)
        assert Shelf(Path(folder), PLACE).kept() is None


def test_folder_that_cannot_be(host: FakeHost, tmp_path: Path) -> None:
    """A disk that does not take it is told with its reason, and nothing was kept there."""
    (tmp_path / "file").write_bytes(b"")
    where = at_github(host, tmp_path / "file" / "cache")
    assert where.refused(PlaceProblem.NOT_KEPT).detail == "Not a directory"
    assert where.origin().kept() is None


def test_full_disk(host: FakeHost, tmp_path: Path) -> None:
    """A disk that is full while the archive comes is told as that."""
    (tmp_path / "archive.part").symlink_to("/dev/full")
    at_github(host, tmp_path).refused(PlaceProblem.NOT_KEPT, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_archive_that_went_away(host: FakeHost, tmp_path: Path) -> None:
    """What cannot be kept any more leaves the one before."""
    origin = at_github(host, tmp_path).origin()
    known = look(origin, None)
    origin.keep(known)
    host.commit({}, day="2026-03-02")
    newer = look(origin, known)
    newer.root.unlink()
    with pytest.raises(HandbookUnreadableError) as caught:
        origin.keep(newer)
    assert caught.value.problem is PlaceProblem.NOT_KEPT
    assert origin.kept() == known
