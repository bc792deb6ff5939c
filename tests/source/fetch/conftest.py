"""What the tests of fetching have in common."""

from collections.abc import Iterator

import pytest

from tests.source.fetch.fake_host import FakeHost


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """A Git host on loopback with one commit in `os2/handbook`."""
    with FakeHost() as running:
        running.commit({"docs/a.md": "# A\n", "index.md": "# Hej\n"}, day="2026-03-01")
        yield running
