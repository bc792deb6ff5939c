"""A fault of ours: a reference for the person, where it happened for the operator."""

import logging
import secrets
import traceback


def log_fault(logger: logging.Logger, sentence: str, error: Exception) -> None:
    """Log what kind of error came from which lines, never its message: it may quote a question."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    logger.error("%s %s at %s", sentence, type(error).__name__, where)


def new_reference() -> str:
    """Return a short name by which person and operator mean the same fault."""
    return secrets.token_hex(4)
