"""Pages that open offline: one a learner, one for the class. They are made from the gradebook alone."""
