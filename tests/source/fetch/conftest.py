"""What the tests of fetching share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source.fetch.git_server import GitServer, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    """A Git host without repositories."""
    (tmp_path / "host").mkdir()
    with serving(tmp_path / "host") as git:
        yield git
