"""Layers by which an answer calls quantities of the exercise: by a number, by the letter of the last one."""
