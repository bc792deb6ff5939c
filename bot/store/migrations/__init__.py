"""How the tables came to be, a file for each step; `bot/store/schema.py` takes the steps."""
