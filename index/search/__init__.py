"""From passages and a question to ranked hits with excerpts."""
