"""Digit data: where it comes from, how it is read, and which images are the same."""
