"""Tests of how a handbook is fetched."""
