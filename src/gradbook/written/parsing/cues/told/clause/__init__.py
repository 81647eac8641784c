"""A clause: what it names, the number that it comes to, and the words between."""
