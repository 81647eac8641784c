"""Values: quantities in words, before the step and after it."""
