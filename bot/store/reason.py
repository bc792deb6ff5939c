"""Why the database didn't do it, as a log may say it."""

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from bot.store.stretch import CommitFailedError


def reason_of(error: BaseException) -> str:
    """Return the first line of the database's own words, without what was to be written.

    Errors of other kinds than these may quote a row; of them only the kind is told.
    """
    if isinstance(error, CommitFailedError) and error.__cause__:
        return reason_of(error.__cause__)
    if isinstance(error, DBAPIError):
        said = isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError
        lines = str(error.orig).splitlines() if said else []
        return lines[0] if lines else type(error.orig).__name__
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
