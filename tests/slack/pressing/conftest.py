"""What the tests of presses share."""

from pathlib import Path

import pytest

from index.search.index import Index
from tests.slack.fake_slack import FakeSlack
from tests.slack.library import shelf_of
from tests.slack.pressing.bots import Bot, database


@pytest.fixture
def bot(slack: FakeSlack, index: Index, tmp_path: Path) -> Bot:
    """A bot that answers from the example handbook."""
    return Bot(slack, shelf_of(index), database(tmp_path))
