"""A question finds the passage that answers it, and the excerpt shows it."""
