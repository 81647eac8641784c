"""Dialects: how other languages write what Python writes; a table for each, and what rewrites a line by it."""
