"""Printed: what a program prints, and the lines of output in which it stands."""
