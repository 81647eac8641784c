"""Output: what a program prints, and how notebooks and consoles show it."""
