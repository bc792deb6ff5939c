"""A Slack that runs on this computer: for `handbook try` and for the tests."""
