"""What the tests of the Slack side share."""

import pytest

from tests.slack.schema import SlackTypesMissingError, schema_file


@pytest.fixture(scope="session")
def slack_types() -> None:
    """Slack's types are at hand as a JSON Schema, or the test is left out with the reason."""
    try:
        schema_file()
    except SlackTypesMissingError as missing:
        pytest.skip(str(missing))
