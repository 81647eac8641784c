"""Names of arrays: those that an answer gives, and those that it need not explain."""
