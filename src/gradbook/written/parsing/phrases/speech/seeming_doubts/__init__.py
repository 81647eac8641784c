"""Seeming doubts: words of asking, denying or supposing that say nothing against the equations beside them."""
