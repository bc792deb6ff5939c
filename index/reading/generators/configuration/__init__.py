"""The formats in which sites are configured: one small file each, from text to settings."""
