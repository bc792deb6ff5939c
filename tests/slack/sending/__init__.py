"""The way out to Slack, tried against a Slack of our own."""
