"""Sites' configuration files as plain data: one file a format."""
