"""Derived: numbers that are made of a quantity, or are a part of it, and are none of its own."""
