"""Later: other rounds, other samples, and when training is done."""
