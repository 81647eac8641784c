"""The command line: one thin module per group of commands. It parses, calls and prints; the rooms below do the work."""
