"""What locks a process in: namespaces, Landlock, seccomp, limits, and what it sees of the file system."""
