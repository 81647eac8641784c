"""Particles that stand behind their noun, in Korean and Japanese."""

OBJECT = frozenset({"을", "를", "を"})  # of what something is done with, or what comes of it
