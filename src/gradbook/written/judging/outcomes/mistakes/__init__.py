"""Mistakes: known ones, what speaks for one, and what speaks against a right result."""
