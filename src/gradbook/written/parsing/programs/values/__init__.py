"""Values: what the names and expressions of a program stand for at a line of it."""
