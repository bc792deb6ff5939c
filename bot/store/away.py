"""That the store is away."""


class StoreAwayError(Exception):
    """The store cannot be reached just now, and this cannot wait in memory."""
