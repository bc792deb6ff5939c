"""What the tests of presses share."""

from pathlib import Path

import pytest

from index.search.index import Index
from tests.slack.fake_slack import FakeSlack
from tests.slack.pressing.bots import Bot, Shelf, database


@pytest.fixture
def bot(slack: FakeSlack, index: Index, tmp_path: Path) -> Bot:
    """A bot that answers from the example handbook."""
    return Bot(slack, Shelf(index), database(tmp_path))
