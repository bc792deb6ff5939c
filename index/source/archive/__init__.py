"""An archive as a tree: read into memory as far as it is a handbook's, unpacked to nowhere."""
