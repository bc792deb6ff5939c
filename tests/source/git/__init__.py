"""What the repository around a folder knows: real repositories, made by git itself."""
