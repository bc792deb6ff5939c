"""Colours: only in a terminal that wants them, and none of a page's making."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.terminal.command import HANDBOOK, SECONDS, own_environment, run
from tests.terminal.pages import write

ESCAPE = "\x1b"


def seen_in_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Run a command in a pseudo-terminal and return what it shows."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [HANDBOOK, *arguments],
        cwd=folder,
        env={**own_environment(), "TERM": "xterm-256color", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            try:
                while part := terminal.read(4096):
                    shown += part
            except OSError:
                pass  # Linux says so when the other end is closed.
        process.wait(SECONDS)
    return shown.decode()


@pytest.mark.parametrize("command", [["ask", "løn"], ["links"]])
def test_pipe_has_no_escape_codes(handbook: Path, command: list[str]) -> None:
    """What goes into a pipe or a file is text alone, whatever the terminal around it can do."""
    done = run(
        handbook.parent,
        *command,
        "--content",
        "good",
        env={"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    )
    assert done.code == 0
    assert ESCAPE not in done.out + done.err


def test_terminal_has_colours(handbook: Path) -> None:
    """In a terminal the found words stand out."""
    assert ESCAPE in seen_in_a_terminal(handbook.parent, "ask", "--content", "good", "løn")


def test_no_color_is_heeded(handbook: Path) -> None:
    """Whoever sets NO_COLOR sees no colour in the terminal."""
    shown = seen_in_a_terminal(handbook.parent, "ask", "--content", "good", "løn", NO_COLOR="1")
    assert f"{ESCAPE}[3" not in shown
    assert "Løn udbetales" in shown.replace(f"{ESCAPE}[1m", "").replace(f"{ESCAPE}[0m", "")


def test_page_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters of a page or its name never reach the terminal."""
    odd = "# Løn \x1b[31m\n\nLøn \x1b]0;titel\x07 \x1b[2J \x9b31m \x08 udbetales.\n"
    write(tmp_path / "good", pay=odd)
    done = run(tmp_path, "ask", "--content", "good", "løn")
    assert done.code == 0
    assert [sign for sign in done.out if sign != "\n" and not sign.isprintable()] == []
