"""What there is to browse, to complete and to choose from."""
