"""Source: what is made plain or passed over in the source before letters are names."""
