"""Steps: whether one member of an equality holds, and what its numbers stand for."""
