"""Brackets behind what a sentence says: gradients and values of nodes, and names of the numbers before them."""
