"""From a teacher's folder to what learners get."""
