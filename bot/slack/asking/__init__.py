"""What was asked, by whom, and whether and where it is answered."""
