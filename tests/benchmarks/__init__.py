"""How long reading and finding take; scripts, not tests."""
