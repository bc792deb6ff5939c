"""A handbook is found, read byte by byte, and what is wrong with it is named."""
