"""Pasted: what a text still has of the page, the program or the file that it was copied from."""
