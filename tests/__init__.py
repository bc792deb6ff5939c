"""The tests mirror the code: a folder for each stage and each platform."""
