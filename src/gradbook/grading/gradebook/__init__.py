"""The gradebook: what was found in each hand-in, and every mark ever given, in a database."""
