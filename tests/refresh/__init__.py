"""How the index follows its handbooks."""
