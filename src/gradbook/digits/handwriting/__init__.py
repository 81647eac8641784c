"""Photos, scans and drawings of one's own handwriting, read by a trained network."""
