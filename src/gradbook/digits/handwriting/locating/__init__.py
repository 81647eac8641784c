"""Locating: the strokes of a digit in a picture, told from paper, lines, frames and dirt."""
