"""One rule a file, all with one signature: a checked handbook in, the spots it finds out."""
