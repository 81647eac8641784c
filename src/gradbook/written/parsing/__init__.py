"""From tokens to statements: an ordered list of named rules over a small grammar. See README.md beside this file."""
