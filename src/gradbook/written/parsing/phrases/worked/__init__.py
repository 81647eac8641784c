"""Worked out in words: what is said to be calculated, of what, and what comes of it."""
