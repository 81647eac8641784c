"""In a running notebook: Otter's Notebook mended, checks of the session, what they show."""
