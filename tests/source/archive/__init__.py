"""Archives as trees."""
