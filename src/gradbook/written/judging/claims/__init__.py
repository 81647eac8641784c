"""Claims: what the statements of an answer say of each asked quantity, seen with the exercise's values."""
