"""Formulas: what is made plain in mathematics, while all places stay: matrices drawn over lines, lost strokes."""
