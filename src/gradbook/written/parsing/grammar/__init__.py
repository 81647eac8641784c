"""Grammar: expressions, and what is at their edges."""
