"""Usage: words of doubt that are only of a topic, or of something beside the equation."""
