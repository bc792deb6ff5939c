"""An answer to what Slack shows."""
