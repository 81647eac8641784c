"""Operands: what a parser takes that is more than a name or a number: derivatives, cases, scientific notation."""
