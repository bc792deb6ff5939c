"""What is wrong with a handbook: rules over the pages that reading made."""
