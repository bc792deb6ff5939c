"""What the tests of the command share."""

from pathlib import Path

import pytest

from tests.terminal.pages import CONTACT, PAY, write


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A handbook of two pages, in the folder `good` of the test's own folder."""
    return write(tmp_path / "good", pay=PAY, contact=CONTACT)
