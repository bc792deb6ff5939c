"""The store, with real databases, and what can happen to the way there."""
