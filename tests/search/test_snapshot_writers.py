"""Writers that fail, are killed or are many: a reader finds a whole snapshot or none."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answer import answer
from index.search.snapshot import publishing
from index.search.snapshot.flaw import Flaw
from index.search.snapshot.manifest import MANIFEST
from index.search.snapshot.store import save_index
from tests.handbooks import REPOSITORY
from tests.search.cast import cast
from tests.search.snapshots import FINGERPRINT, files_in, flaw_of, loaded, saved

QUESTIONS = ("hvem godkender en faktura", "xyzzy")


def test_a_writer_that_fails_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, say: the earlier snapshot holds, and nothing half-written stays."""
    saved(cast(), tmp_path)
    before = sorted(tmp_path.rglob("*"))
    save, written = np.save, []

    def full(file: IO[bytes], array: NDArray[np.generic], *, allow_pickle: bool) -> None:
        written.append(array)
        if len(written) > 5:
            raise OSError
        save(file, array, allow_pickle=allow_pickle)

    monkeypatch.setattr(np, "save", full)
    with pytest.raises(OSError):  # noqa: PT011 - as raised above
        save_index(cast(), tmp_path, FINGERPRINT)
    assert len(written) > 5
    assert sorted(tmp_path.rglob("*")) == before
    loaded(tmp_path)


def test_a_writer_that_was_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it left is not taken for a snapshot, and is removed when it is old."""
    monkeypatch.setattr(publishing, "GRACE", -1.0)
    left = tmp_path / "snapshot-left"
    left.mkdir()
    (left / "words.json").write_text("[")
    assert flaw_of(tmp_path).flaw is Flaw.MISSING
    saved(cast(), tmp_path)
    assert left.exists()
    long_ago = time.time() - 2 * publishing.ABANDONED
    os.utime(left, (long_ago, long_ago))
    saved(cast(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", files_in(tmp_path).name]


def test_an_index_in_use_outlives_its_files(tmp_path: Path) -> None:
    """A newer snapshot removes the older one while questions are answered from it."""
    old = saved(cast(), tmp_path)
    index = loaded(tmp_path)
    saved(cast(), tmp_path)
    # Somebody may be loading what was current until just now.
    assert old.exists()
    long_ago = time.time() - 2 * publishing.GRACE
    os.utime(old / MANIFEST, (long_ago, long_ago))
    saved(cast(), tmp_path)
    assert not old.exists()
    for question in QUESTIONS:
        assert answer(question, index) == answer(question, cast())


WRITE = """
import sys
from pathlib import Path
from tests.search.cast import cast
from tests.search.snapshots import saved
print("ready", flush=True)
for _ in range(8):
    saved(cast(), Path(sys.argv[1]))
"""


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Start two processes that write snapshots, one after the other."""
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    started = [
        subprocess.Popen(  # noqa: S603 - our own interpreter
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    yield started
    for process in started:
        process.kill()
        process.communicate()


def test_two_writers_and_a_reader(tmp_path: Path, writers: list[subprocess.Popen[str]]) -> None:
    """Whatever other processes write, every load gets a whole index or says that there is none."""
    saved(cast(), tmp_path)
    loads = 0
    while any(process.poll() is None for process in writers):
        index = loaded(tmp_path)
        assert answer(QUESTIONS[0], index) == answer(QUESTIONS[0], cast())
        loads += 1
    for process in writers:
        out, err = process.communicate()
        assert (process.returncode, out) == (0, "ready\n"), err
    assert loads > 1
    loaded(tmp_path)
