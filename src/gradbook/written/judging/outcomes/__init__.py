"""Outcomes: what the claims on a quantity come to, what went wrong, and how it is said."""
