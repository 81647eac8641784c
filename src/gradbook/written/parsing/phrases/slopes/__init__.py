"""Slopes: derivatives in words."""
