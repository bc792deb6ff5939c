"""The catalogue: both languages say the same, and nothing for people stands elsewhere."""
