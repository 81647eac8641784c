"""Pictures of a graph: where nodes go, and SVG, PNG and DOT made from that."""
