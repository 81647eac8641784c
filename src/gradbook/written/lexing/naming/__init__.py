"""Naming: which names letters are, with what is set high and low at them."""
