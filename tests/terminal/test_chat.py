"""`handbook chat`: question after question, through a pipe and in a terminal."""

import os
import pty
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.terminal.command import HANDBOOK, SECONDS, own_environment, run

CHAT = ("chat", "--content", "good")


class Terminal:
    """A command in a pseudo-terminal, driven as a person does."""

    def __init__(self, end: int, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._end = end

    def read_until(self, words: str) -> str:
        """Return what is shown up to `words`."""
        shown = b""
        while words not in shown.decode(errors="ignore"):
            part = os.read(self._end, 4096)
            assert part, f"ended before {words!r}: {shown.decode()}"
            shown += part
        return shown.decode(errors="replace")

    def type(self, text: str) -> None:
        """Type text, Enter included where it has a line end."""
        os.write(self._end, text.encode())


@contextmanager
def in_a_terminal(folder: Path) -> Iterator[Terminal]:
    """Run `handbook chat` in a pseudo-terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        # What runs in the background of a shell inherits that Ctrl-C means nothing to it.
        ["env", "--default-signal=INT", HANDBOOK, *CHAT],  # noqa: S607 - Debian's own
        cwd=folder,
        env={**own_environment(), "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            yield Terminal(ours, process)
        finally:
            if process.poll() is None:
                process.kill()
            os.close(ours)


def test_ending_word_ends_it(handbook: Path) -> None:
    """An ending word, in whatever letters, ends the chat: nothing after it is answered."""
    done = run(handbook.parent, *CHAT, given="løn\nSLUT\nkontakte\n".encode())
    assert (done.code, done.err) == (0, "")
    assert "Løn udbetales" in done.out
    assert "Astrid" not in done.out


def test_pipe_asks_several_and_ends_with_its_end(handbook: Path) -> None:
    """Each line is answered in order; an empty one is told so; the end of input ends it."""
    done = run(handbook.parent, *CHAT, given="løn\n\nhvem kan jeg kontakte?\n".encode())
    assert (done.code, done.err) == (0, "")
    places = [done.out.index(text) for text in ("Løn udbetales", "no question", "Skriv til Astrid")]
    assert places == sorted(places)


def test_person_in_a_terminal(handbook: Path) -> None:
    """A person asks, rubs letters out, reads the answer, asks again, and ends with Ctrl-D."""
    with in_a_terminal(handbook.parent) as terminal:
        terminal.read_until("Question:")
        terminal.type("ferie\x7f\x7f\x7f\x7f\x7fløn\n")
        assert "Løn udbetales" in terminal.read_until("Question:")
        terminal.type("[bold]kontakte[/] [/nope]\n")
        assert "Astrid" in terminal.read_until("Question:")
        terminal.type("\x04")
        assert terminal.process.wait(SECONDS) == 0


def test_ctrl_c_ends_it(handbook: Path) -> None:
    """Ctrl-C at the question ends the chat without a traceback."""
    with in_a_terminal(handbook.parent) as terminal:
        terminal.read_until("Question:")
        terminal.process.send_signal(2)
        assert terminal.process.wait(SECONDS) in {0, 130}
