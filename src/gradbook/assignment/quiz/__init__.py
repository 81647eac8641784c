"""Quiz questions, the record of choices, and the widget that writes it."""
