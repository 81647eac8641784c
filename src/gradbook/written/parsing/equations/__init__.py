"""Equations: sides put together, and what they state."""
