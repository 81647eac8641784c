"""Speech: of whom and of what a sentence speaks, and what it only asks, supposes or denies."""
