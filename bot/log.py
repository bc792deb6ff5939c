"""The log: what the bot does, for those who run it."""

import logging


def log_to_stderr(level: int) -> None:
    """Log what the bot does from `level` on, and of its libraries only warnings."""
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form)
    logging.getLogger("bot").setLevel(level)
    # Says once more, and in words of its own, what the store says of a database that is away.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
