"""What happens when a button of an answer is pressed: one file each."""
