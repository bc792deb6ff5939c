"""What this user may not read is said in one sentence, or left out with a notice."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.command import HANDBOOK, SECONDS, Done, own_environment
from tests.terminal.pages import PAY, write
from tests.terminal.test_bad_input import assert_one_sentence

CAPABILITIES = "-dac_override,-dac_read_search"


def run_as_nobody_special(folder: Path, *arguments: str) -> Done:
    """Run the command without root's right to read everything."""
    prefix: list[str] = []
    if os.geteuid() == 0:
        program = shutil.which("setpriv")
        if program is None:
            pytest.skip("root reads everything, and setpriv is missing to take that right away")
        prefix = [program, f"--bounding-set={CAPABILITIES}", f"--inh-caps={CAPABILITIES}"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*prefix, str(HANDBOOK), *arguments],
        cwd=folder,
        env=dict(own_environment()),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def unreadable(path: Path) -> Iterator[None]:
    """Take every right away, and give it back so that the folder can be removed."""
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(mode)


def test_folder_that_may_not_be_read(handbook: Path) -> None:
    """A folder without permission is one sentence that names it."""
    with unreadable(handbook):
        done = run_as_nobody_special(handbook.parent, "ask", "--content", "good", "løn")
    assert_one_sentence(done, "good")


def test_page_that_may_not_be_read(tmp_path: Path) -> None:
    """A single page without permission is one sentence that names it."""
    page = write(tmp_path, pay=PAY) / "pay.md"
    with unreadable(page):
        done = run_as_nobody_special(tmp_path, "ask", "--content", "pay.md", "løn")
    assert_one_sentence(done, "pay.md")


def test_one_page_among_others_is_left_out(handbook: Path) -> None:
    """A page without permission among good ones is named on stderr, and the others answer."""
    with unreadable(handbook / "contact.md"):
        done = run_as_nobody_special(handbook.parent, "ask", "--content", "good", "løn")
    assert done.code == 0
    assert "Løn udbetales" in done.out
    (notice,) = done.err.splitlines()
    assert notice.startswith("contact.md ")


def test_settings_that_may_not_be_read(handbook: Path) -> None:
    """A handbook.toml without permission is one sentence that names it."""
    settings = handbook.parent / "handbook.toml"
    settings.write_text("", encoding="utf-8")
    with unreadable(settings):
        done = run_as_nobody_special(handbook.parent, "ask", "--content", "good", "løn")
    assert_one_sentence(done, "handbook.toml")
