"""Tests of the open port."""
