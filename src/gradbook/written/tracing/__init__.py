"""What a reading notes on its way, for whoever wants to know why a verdict is what it is."""
