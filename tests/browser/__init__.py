"""A person at the page of `handbook try`."""
