"""Pages to passages: what can answer by itself, one way of cutting a file."""
