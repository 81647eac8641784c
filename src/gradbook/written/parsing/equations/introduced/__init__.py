"""Introduced: the names that an answer gives to quantities itself."""
