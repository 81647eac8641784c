"""Timing: whether a statement is about the point of the exercise, one close to it, or the one behind the step."""
