"""Evaluation of a trained network, and the report of it."""
