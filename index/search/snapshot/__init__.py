"""A built index on disk: saved once, mapped into memory when it is needed."""
