"""Headings: what numbers beside names are where a heading says of what kind."""
