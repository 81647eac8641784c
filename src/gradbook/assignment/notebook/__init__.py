"""A learner's notebook as it is: whose a cell is, what is answered, which pictures it shows."""
