"""A learner's folder, from its start to the zip that is handed in."""
