"""Text: program text of several languages, cut into lines."""
