"""A message on its way to Slack: in its turn, once, and never lost in silence."""
