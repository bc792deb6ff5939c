"""The parts of a Slack of our own."""
