"""Whatever is kept, taken and asked in whatever order, the store says what a dictionary says.

One of the steps is that the store goes away, another that it comes back, a third a restart.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.store.replies import Reply
from bot.store.threads import Following, Thread
from bot.store.who import Where, Who
from tests.store.databases import Database, File, postgres_missing, served_database
from tests.store.opened import QUICK, back, gone, opened, work

T = TypeVar("T")

PLACES = st.builds(Where, st.just("T1"), st.sampled_from("AB"), st.sampled_from(["", "1", "2"]))
PEOPLE = st.builds(Who, st.just("T1"), st.sampled_from("XYZ"))
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
THREADS = st.builds(Thread, st.sampled_from(Following), TEXTS)
REPLIES = st.builds(Reply, st.lists(TEXTS, min_size=1, max_size=3).map(tuple), PEOPLE)
LANGUAGES = st.sampled_from(["da", "en", None])
DELIVERIES = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3).map(tuple)
Found = Thread | Reply | str | None
Key = tuple[object, ...]


class Remembering(RuleBasedStateMachine):
    """A store beside a model of it.

    While the store is away its process knows what it has seen or kept since it began, and no more.
    """

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = ExitStack()
        self.kept: dict[Key, Found] = {}
        self.seen: set[Key] = set()
        self.taken: set[str] = set()
        self.known: set[str] = set()
        self.absence: AbstractContextManager[None] | None = None

    def database(self) -> Database:
        """Return a fresh one."""
        raise NotImplementedError

    def run(self, doing: Coroutine[object, object, T]) -> T:
        """Run something to its end."""
        return self.runner.run(doing)

    @initialize()
    def begin(self) -> None:
        """Open a fresh store."""
        self.base = self.database()
        self._open()

    def teardown(self) -> None:
        """Close it."""
        if self.absence:
            self.returns()
        self.run(self.entered.__aexit__(None, None, None))
        self.runner.close()
        self.stack.close()

    @rule(where=PLACES, thread=THREADS)
    def keep_thread(self, where: Where, thread: Thread) -> None:
        """Keep a thread."""
        self.run(self.store.threads.keep(where, thread))
        self._keep(("thread", where), thread)

    @rule(where=PLACES)
    def find_thread(self, where: Where) -> None:
        """Find a thread."""
        found = self.run(self.store.threads.find(where))
        assert found == self._find(("thread", where))

    @rule(where=PLACES, question=st.sampled_from("12"), reply=REPLIES)
    def keep_reply(self, where: Where, question: str, reply: Reply) -> None:
        """Keep a reply."""
        self.run(self.store.replies.keep(where, question, reply))
        self._keep(("reply", where.channel, question), reply)

    @rule(where=PLACES, question=st.sampled_from("12"))
    def find_reply(self, where: Where, question: str) -> None:
        """Find a reply."""
        found = self.run(self.store.replies.find(where, question))
        assert found == self._find(("reply", where.channel, question))

    @rule(who=PEOPLE, language=LANGUAGES)
    def choose(self, who: Who, language: str | None) -> None:
        """Choose a language, or take the choice back."""
        self.run(self.store.preferences.choose(who, language))
        self._keep(("language", who), language)

    @rule(who=PEOPLE)
    def find_language(self, who: Who) -> None:
        """Find a language."""
        found = self.run(self.store.preferences.language(who))
        assert found == self._find(("language", who))

    @rule(keys=DELIVERIES)
    def take(self, keys: tuple[str, ...]) -> None:
        """Take a work."""
        before = self.known if self.absence else self.known | self.taken
        assert self.run(self.store.inbox.take(work(*keys))) == before.isdisjoint(keys)
        self.taken |= set(keys)
        self.known |= set(keys)

    @rule(keys=DELIVERIES)
    def done(self, keys: tuple[str, ...]) -> None:
        """Be done with a work, taken or not."""
        self.run(self.store.inbox.done(work(*keys)))

    @precondition(lambda self: self.absence is None)
    @rule(who=PEOPLE)
    def forget(self, who: Who) -> None:
        """Forget somebody."""
        kept = self.run(self.store.forget(who))
        assert kept.language == self.kept.get(("language", who))
        theirs = [key for key, value in self.kept.items() if _is_of(who, key, value)]
        assert kept.counts["replies"] == sum(key[0] == "reply" for key in theirs)
        for key in theirs:
            self.kept[key] = None

    @precondition(lambda self: self.absence is None)
    @rule()
    def goes(self) -> None:
        """Let the store go away, once all is written: how far it came is anybody's guess else."""
        self.run(back(self.store))
        self.absence = self.base.away()
        self.absence.__enter__()
        self.run(gone(self.store))

    @precondition(lambda self: self.absence is not None)
    @rule()
    def returns(self) -> None:
        """Let the store come back."""
        assert self.absence
        self.absence.__exit__(None, None, None)
        self.absence = None
        self.run(back(self.store))

    @precondition(lambda self: self.absence is None)
    @rule()
    def restarts(self) -> None:
        """End the process and begin another."""
        self.run(self.entered.__aexit__(None, None, None))
        self._open()

    @invariant()
    def model_is_sound(self) -> None:
        """What the process knows was taken."""
        assert self.known <= self.taken

    def _open(self) -> None:
        self.entered = opened(self.base.url, QUICK)
        self.store = self.run(self.entered.__aenter__())
        self.seen, self.known = set(), set()

    def _keep(self, key: Key, value: Found) -> None:
        self.kept[key] = value
        self.seen.add(key)

    def _find(self, key: Key) -> Found:
        if self.absence is None:
            self.seen.add(key)
        return self.kept.get(key) if key in self.seen else None


def _is_of(who: Who, key: Key, value: Found) -> bool:
    if isinstance(value, Reply):
        return value.asker == who
    return value is not None and key == ("language", who)


class RememberingInFile(Remembering):
    """With SQLite."""

    def database(self) -> Database:
        """Return a file in a folder of its own."""
        return File(Path(self.stack.enter_context(TemporaryDirectory())))


class RememberingServed(Remembering):
    """With PostgreSQL."""

    def database(self) -> Database:
        """Return a database of its own."""
        return self.stack.enter_context(served_database())


@pytest.mark.parametrize("machine", [RememberingInFile, RememberingServed])
def test_any_order(machine: type[Remembering]) -> None:
    """Whatever happens, what is kept is what is found."""
    _run(machine, 8)


@pytest.mark.long
@pytest.mark.parametrize("machine", [RememberingInFile, RememberingServed])
def test_any_order_for_long(machine: type[Remembering]) -> None:
    """The same, many times."""
    _run(machine, 150)


def _run(machine: type[Remembering], times: int) -> None:
    if machine is RememberingServed and (missing := postgres_missing()):
        pytest.skip(missing)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=times,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
