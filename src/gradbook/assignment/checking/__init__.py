"""Checks of exported data, and what they found, in lines that a person reads."""
