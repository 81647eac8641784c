"""Terminal: how commands show what they have, in the width that there is."""
