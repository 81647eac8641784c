"""Letters: what an answer says to its reader, before and behind all that it states."""
