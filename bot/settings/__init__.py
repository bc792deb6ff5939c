"""Settings: read once from environment, `.env` and `handbook.toml`, then passed on."""
