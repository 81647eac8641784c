"""Grids: the cells of a table, and what its heads say."""
