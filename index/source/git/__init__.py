"""What the Git repository around a folder knows: where its files stand, who wrote what when."""
