"""One module a page: its HTML, and what it may ask for."""
