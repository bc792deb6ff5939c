"""The terminal: the same answers, typed and read in a shell."""
