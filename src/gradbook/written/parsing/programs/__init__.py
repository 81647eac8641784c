"""Program text as an answer: what its lines and its output state."""
