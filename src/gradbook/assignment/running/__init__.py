"""Where a notebook's cells run, and what comes back: plain data only."""
