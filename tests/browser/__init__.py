"""A person at the page of `handbook try`, and what they see."""
