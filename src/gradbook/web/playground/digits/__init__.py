"""Digits: the networks that a page can ask, what they say and why, and training under way."""
