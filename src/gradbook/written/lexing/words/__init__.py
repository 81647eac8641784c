"""Words: what each does, in every language that is known."""
