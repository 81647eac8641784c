"""Lists: how items begin that are ticked, boxed, or have the number before the name."""
