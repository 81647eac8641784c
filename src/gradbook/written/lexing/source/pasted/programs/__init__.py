"""Programs: what a text still has of the program, the prompt or the data that it was copied from."""
