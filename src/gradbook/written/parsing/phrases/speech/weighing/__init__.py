"""What a sentence says of the equation beside it, weighed by a model that is learned from sentences."""
