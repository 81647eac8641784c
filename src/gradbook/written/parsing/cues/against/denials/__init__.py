"""Denials: words that say of an equation that it is not so."""
