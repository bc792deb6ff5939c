"""What is found wrong with a handbook, and what is not."""
