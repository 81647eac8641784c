"""Unstated: what an answer tells of a quantity without an equation, in clauses or by where numbers stand."""
