"""What is asked, by whom, and where it is answered."""
