"""Slack's rules, asked of every message that a test sees leaving the bot."""
