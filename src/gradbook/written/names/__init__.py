"""Names: what a graph's quantities are called, in its own spelling, by layers, by indices and by wires."""
