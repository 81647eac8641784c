"""Against: what the words beside an equation say against it."""
