"""The bot's open port: what Slack, Git hosts, and those who watch over it ask over HTTP."""
