"""Told: numbers of which a clause in words says what they are of, by whatever verb and in whatever order."""
