"""Layout: line breaks, displays and dashes, and what is one sentence across them."""
