"""Whether all is well: checks of what the bot relies on, for those who run it."""
