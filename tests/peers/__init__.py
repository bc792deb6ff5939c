"""Programs nobody here wrote that the bot is tried against."""
