"""The log: what the bot does, for those who run it."""

import logging


def log_to_stderr(level: int) -> None:
    """Log what the bot does from `level` on, and of its libraries only warnings."""
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form)
    logging.getLogger("bot").setLevel(level)
