"""Long random runs, started by hand; what they find becomes a case of the ordinary tests."""
