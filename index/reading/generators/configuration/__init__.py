"""Settings files of site generators, loaded: one small file for each format."""
