"""What has to survive a restart: the same in SQLite and in PostgreSQL."""
