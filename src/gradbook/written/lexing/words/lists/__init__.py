"""Lists: words of one kind, which more than one rule looks for."""
