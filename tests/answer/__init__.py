"""Answered, uncertain, not found: over six pages that everybody knows."""
