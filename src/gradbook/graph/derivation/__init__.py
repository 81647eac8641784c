"""Derivations: the steps as data, how they are found, and how they are written out."""
