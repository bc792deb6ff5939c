"""The places beside messages."""
