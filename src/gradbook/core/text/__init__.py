"""Text: matched by patterns, looked at in its line, safe in a terminal, and what a misspelt name may have meant."""
