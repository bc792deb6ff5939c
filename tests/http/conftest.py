"""What the tests of the open port share: a Slack, a Git host, and nothing of this computer."""

from tests.slack.conftest import clean_environment, slack, slack_types
from tests.source.fetch.conftest import host

__all__ = ["clean_environment", "host", "slack", "slack_types"]
