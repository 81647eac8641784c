"""Equations between vectors and matrices."""
