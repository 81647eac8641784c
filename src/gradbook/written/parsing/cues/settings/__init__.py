"""Settings: what headings and titles say that all below them is of."""
