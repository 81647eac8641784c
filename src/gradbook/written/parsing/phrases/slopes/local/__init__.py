"""Local derivatives: what words tell of a node's derivatives by its own operands."""
