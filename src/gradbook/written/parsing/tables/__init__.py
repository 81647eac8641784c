"""Tables: cells, and what each says of which quantity."""
