"""Sentences that state nothing and deny what stands before them: by its name, its order, its label, or in any words."""
