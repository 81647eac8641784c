"""Moved: what quantities are after the step, and what they were before it, in words."""
