"""The process that keeps the handbooks fresh, beside the one that answers.

Reading and building take all of a processor for seconds and might need more memory than there is.
In a process of its own neither delays an answer, and whatever happens to it, the bot answers on
from what was published last.
"""

import contextlib
import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from bot.fault import log_fault, new_reference
from bot.handbooks import Handbooks
from bot.log import log_to_stderr
from bot.problem import notice_sentence, problem_sentence
from bot.wording.as_of import as_of_sentence
from bot.wording.catalogue import Words, words_in
from index.refresh.edition import Edition
from index.refresh.progress import unreported
from index.refresh.round import AS_DUE, Looking, Round
from index.refresh.status import Trouble
from index.search.language import Language
from index.source.unreadable import HandbookUnreadableError, Remedy

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

STOP_SECONDS: Final = 5.0
"""A process that was told to end and has not by then is killed: what it wrote is whole anyway."""

AGAIN_SECONDS: Final = 60.0
"""After a fault of ours the next round comes so much later."""

ASKED_SECONDS: Final = 1.0
"""However often a look is asked for, the Git host is asked no more often."""

NOTICES_LOGGED: Final = 10

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the process is given."""

    handbooks: Handbooks
    """What to keep fresh."""
    language: Language
    """The language of its log."""
    level: int
    """From which level on it logs."""


class Keeper:
    """The process, as the bot holds it."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._process: BaseProcess | None = None
        self._wake: Connection | None = None

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.is_alive()

    def start(self) -> None:
        """Start it, in place of one that has ended."""
        self.stop()
        spawn = multiprocessing.get_context("spawn")
        woken, self._wake = spawn.Pipe(duplex=False)
        # A pipe that is full of wishes says enough; the bot must not wait for room in it.
        os.set_blocking(self._wake.fileno(), False)
        # Without a name of this file: the process imports what it needs by itself.
        self._process = spawn.Process(target=keep_fresh, args=(self._keeping, woken), daemon=True)
        self._process.start()
        woken.close()

    def look_now(self) -> None:
        """Let it look at every handbook now; wishes that it has not read yet are one wish."""
        with contextlib.suppress(OSError):
            if self._wake:
                self._wake.send_bytes(b"look")

    def stop(self) -> None:
        """End it."""
        if self._wake:
            self._wake.close()
        if self._process:
            self._process.terminate()
            self._process.join(STOP_SECONDS)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._process = self._wake = None


def keep_fresh(keeping: Keeping, woken: Connection) -> None:
    """Look, read and publish until the bot ends, however it ends."""
    # Ctrl-C reaches every process of a terminal; the bot says when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    log_to_stderr(keeping.level)
    words = words_in(keeping.language)
    refresher = keeping.handbooks.refresher(unreported)
    told: tuple[Trouble, ...] = ()
    wishes = _Wishes(woken)
    # Nobody knows what was told while the bot was away.
    how = Looking(every=True)
    while True:
        wait = AGAIN_SECONDS
        try:
            found = refresher.round(how)
            told = _tell(found, told, words)
            refresher.prepare()
            wait = max(0.0, (refresher.due - datetime.now(UTC)).total_seconds())
        except HandbookUnreadableError as error:
            _log.warning(problem_sentence(error, words))
        except Exception as error:  # noqa: BLE001 - the next round may go well
            log_fault(_log, words.say("log-keeping-fault", reference=new_reference()), error)
        try:
            how = wishes.awaited(wait)
        except EOFError:  # the bot has ended
            return


class _Wishes:
    """What the bot asks for, as the process hears it."""

    def __init__(self, woken: Connection) -> None:
        self._woken = woken
        self._granted = -ASKED_SECONDS

    def awaited(self, seconds: float) -> Looking:
        """Wait for a wish or until the time is over; return how to look then.

        Raises:
            EOFError: when the bot has ended.
        """
        if not self._woken.poll(seconds):
            return AS_DUE
        time.sleep(max(0.0, self._granted + ASKED_SECONDS - time.monotonic()))
        while self._woken.poll():
            self._woken.recv_bytes()
        self._granted = time.monotonic()
        return Looking(every=True)


def _tell(found: Round, told: Sequence[Trouble], words: Words) -> tuple[Trouble, ...]:
    """Log what is new since the last round; return all that is wrong now."""
    if found.built:
        _tell_edition(found.built.edition, words)
    if found.unkept:
        _log.warning(problem_sentence(found.unkept, words))
    troubles = found.status.troubles
    for trouble in troubles:
        # With nothing to answer from and nothing to wait for, the bot ends and says why itself.
        ends = found.edition is None and trouble.problem.remedy is not Remedy.WAIT
        if not ends and not any(trouble.same(other) for other in told):
            _log.warning(problem_sentence(trouble.error(), words))
            if found.edition:
                _log.warning(words.say("log-handbook-older", place=trouble.place))
    for place in {each.place for each in told} - {each.place for each in troubles}:
        _log.info(words.say("log-handbook-well", place=place))
    return troubles


def _tell_edition(edition: Edition, words: Words) -> None:
    for volume in edition.volumes:
        sizes = words.say("refresh-sizes", pages=volume.pages, passages=volume.passages)
        _log.info("%s %s", as_of_sentence(volume, words), sizes)
    notices = edition.notices
    for notice in notices[:NOTICES_LOGGED]:
        _log.warning(notice_sentence(notice, words))
    if len(notices) > NOTICES_LOGGED:
        _log.warning(words.say("notices-more", count=len(notices) - NOTICES_LOGGED))
