"""Keeping an index at the newest good revision of its handbooks."""
