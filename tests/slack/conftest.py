"""What the tests of the Slack side share."""

import os
from collections.abc import Iterator

import pytest

from index.handbook import read_handbook
from index.search.build import build_index
from index.search.index import Index
from tests.handbooks import CONTENT
from tests.slack.fake_slack import FakeSlack, fake_slack
from tests.slack.library import Shelf, shelf_of
from tests.slack.schema import SlackTypesMissingError, schema_file

FOREIGN = ("SLACK_", "HANDBOOK_")
"""Bolt reads some of these by itself; a test must not depend on whose computer it runs on."""


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this computer's Slack, handbook or proxy gets into a test."""
    for name in list(os.environ):
        if name.startswith(FOREIGN) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def slack_types() -> None:
    """Slack's types are at hand as a JSON Schema, or the test is left out with the reason."""
    try:
        schema_file()
    except SlackTypesMissingError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def index() -> Index:
    """The index of the example handbook."""
    return build_index(read_handbook(str(CONTENT)).passages)


@pytest.fixture
def shelf(index: Index) -> Shelf:
    """A library with the example handbook."""
    return shelf_of(index)


@pytest.fixture
def slack(slack_types: None) -> Iterator[FakeSlack]:  # noqa: ARG001 - asked for its skipping
    """A Slack of our own; every call that reached it must be one that Slack takes."""
    with fake_slack() as running:
        yield running
