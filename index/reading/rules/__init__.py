"""What markdown-it is taught for some dialects: one rule a file."""
