"""From where a handbook is kept to a revision of it on this computer, whole and within limits."""
