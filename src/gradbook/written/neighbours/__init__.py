"""Neighbours: the same exercise with other numbers, names and functions, one for each learner."""
