"""The engine: what was calculated, under which names, and how gradients go back through it."""
