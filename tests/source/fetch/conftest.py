"""What the tests of fetching have in common."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.git_server import GitServer, serving


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """A Git host on loopback with one commit in `os2/handbook`."""
    with FakeHost() as running:
        running.commit({"docs/a.md": "# A\n", "index.md": "# Hej\n"}, day="2026-03-01")
        yield running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    """A Git host on loopback that git itself asks, without repositories."""
    (tmp_path / "host").mkdir()
    with serving(tmp_path / "host") as git:
        yield git
