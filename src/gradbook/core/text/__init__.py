"""Text: matched by patterns, safe in a terminal, and what a misspelt name may have meant."""
